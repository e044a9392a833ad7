import type { FigureDefinition } from '../../components/figures/shared/settings.ts';
import type { Words } from './words.ts';

/** A figure, set up to be embedded. */
export interface EmbedSpec {
  /** Where our site is: "https://feels-fast.example". */
  origin: string;
  figure: FigureDefinition;
  /** What differs from the preset or, without one, from the defaults: "rate=120&proxy=pass". */
  query: string;
  preset?: string;
  theme: 'auto' | 'light' | 'dark';
  /** In px, until a script gives the frame its own. */
  height: number;
  /** This very release, for good, instead of the newest that breaks nothing. */
  pinned: boolean;
  /** Of the element's module in this release: "sha384-…". It counts where pinned. */
  integrity?: string;
  /** The same of the loader. */
  loaderIntegrity?: string;
}

export type Language =
  'html' | 'css' | 'js' | 'vue' | 'mdx' | 'svelte' | 'jsx' | 'md' | 'text' | 'sh';

export interface Part {
  /** In words: "Once, in docusaurus.config.js". */
  where: string;
  file?: string;
  language: Language;
  code: string;
}

/** Where somebody embeds a figure, and how. */
export interface About {
  platform: string;
  label: string;
  tier: 'url' | 'iframe' | 'element' | 'npm' | 'image';
  /** What one should know before pasting it. */
  note?: string;
}

export interface Snippet extends About {
  parts: readonly Part[];
}

export interface Platform extends About {
  parts(words: Words): readonly Part[];
}
