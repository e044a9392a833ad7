import { policyFor } from './snippets/policy.ts';
import {
  docusaurusElement,
  element,
  starlightElement,
  vitepressElement,
} from './snippets/element.ts';
import { docusaurus, iframe, mkdocs, starlight, vitepress } from './snippets/iframe.ts';
import { image, url } from './snippets/link.ts';
import { npmReact, npmSvelte, npmVue } from './snippets/npm.ts';
import { wordsFor } from './snippets/words.ts';
import type { EmbedSpec, Platform, Snippet } from './snippets/types.ts';

export type { EmbedSpec, Part, Snippet } from './snippets/types.ts';
export { policyFor };

/** Every way to embed a figure, in the order it is offered. */
export const platforms: readonly Platform[] = [
  iframe,
  docusaurus,
  vitepress,
  starlight,
  mkdocs,
  element,
  docusaurusElement,
  vitepressElement,
  starlightElement,
  npmSvelte,
  npmReact,
  npmVue,
  url,
  image,
];

/**
 * What to paste, and where, for every platform. A pure function: the same set-up gives the same text.
 *
 * `query` holds what differs from the preset or, without one, from the defaults, as it stands in a frame's address.
 * Settings that the figure does not have, and values they cannot take, are left out: they would only be ignored.
 *
 * @throws Error when the figure has no such preset
 */
export function snippetsFor(spec: EmbedSpec): readonly Snippet[] {
  const words = wordsFor(spec);
  return platforms.map(({ parts, ...about }) => ({ ...about, parts: parts(words) }));
}
