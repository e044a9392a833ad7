import { escapeXml } from '../components/figures/shared/svg.ts';
import { findingOf } from '../og/figures.ts';
import { pngSize } from '../og/posters.ts';
import { site } from '../site/site.ts';
import { framePath, playPath, posterPath } from './addresses.ts';
import { embedHeight, width } from './heights.ts';
import { rolling } from './release.ts';
import { queryOf, titleOf, type View } from './views.ts';

/** What a link to a figure turns into elsewhere. All addresses are absolute; sizes in px, `cache_age` in seconds. */
export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name: string;
  author_url: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  width: number;
  height: number;
  html: string;
}

/**
 * A figure or preset as oEmbed 1.0, type “rich”.
 *
 * @param home the site's root
 * @see https://oembed.com/
 */
export function oembedOf(view: View, home: URL): OEmbed {
  const { figure, preset } = view;
  const thumbnail = pngSize(view);
  return {
    version: '1.0',
    type: 'rich',
    title: titleOf(view),
    author_name: site.name,
    author_url: home.href,
    provider_name: site.name,
    provider_url: home.href,
    cache_age: 86_400,
    thumbnail_url: new URL(posterPath(figure.id, 'png', preset?.id), home).href,
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
    width,
    height: embedHeight(figure.id, preset?.id),
    html: htmlOf(view, home),
  };
}

/**
 * A quotation to fall back on and the frame, written so that WordPress, which filters what strangers send, keeps all of
 * it: these elements and attributes alone, the blockquote first of all and bare, the frame empty, no fragment in its
 * address, all on one line. It shows the frame only where a blockquote stands before it, once the frame has said its
 * height; one that is higher than the 1000 px it allows must be able to scroll.
 *
 * @see https://developer.wordpress.org/reference/functions/wp_filter_oembed_result/
 */
function htmlOf(view: View, home: URL): string {
  const { figure, preset } = view;
  const query = queryOf(preset);
  const page = new URL(playPath(figure.id, query), home).href;
  const frame = new URL(framePath(figure.id, { preset: preset?.id, channel: rolling }), home).href;
  const title = escapeXml(titleOf(view));
  return [
    `<blockquote>${escapeXml(findingOf(figure.id, query))} `,
    `<a href="${escapeXml(page)}">${title}, on ${site.name}</a></blockquote>`,
    `<iframe src="${escapeXml(frame)}" width="100%" height="${embedHeight(figure.id, preset?.id)}"`,
    ` frameborder="0" title="${title}"></iframe>`,
  ].join('');
}
