import { attribute } from './snippets/attribute.ts';

/** What a frame of ours may do: run its script, open our pages in a tab, save files. It works with the first alone. */
export const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

interface Iframe {
  src: string;
  title: string;
  /** In px. */
  height: number;
}

/** An iframe that works everywhere: no style, no class, no script, which one documentation tool or another refuses. */
export function iframeCode({ src, title, height }: Iframe): string {
  return `<iframe src="${attribute(src)}" title="${attribute(title)}" width="100%" height="${height}" loading="lazy" sandbox="${sandbox}"></iframe>`;
}
