import { escapeXml } from '../components/figures/shared/svg.ts';
import type { FigureDefinition, Preset } from '../components/figures/shared/settings.ts';
import { findingOf } from '../og/figures.ts';
import { pngSize } from '../og/posters.ts';
import { previewTags } from '../site/preview.ts';
import { framePath, oembedPath, playPath, posterPath } from './addresses.ts';
import { queryOf, titleOf, type View } from './views.ts';

/** An element of a page's head. */
export interface HeadTag {
  tag: 'link' | 'meta';
  attributes: Readonly<Record<string, string>>;
}

/** Where a page says that it can be embedded: the attributes of its link. https://oembed.com/#section4 */
export const oembedLink = (view: View, home: URL) => ({
  rel: 'alternate',
  type: 'application/json+oembed',
  href: new URL(oembedPath(view.figure.id, view.preset?.id), home).href,
  title: titleOf(view),
});

/**
 * What a figure's page for frames says of itself: whose other self it is, how it is embedded, what its link shows. The
 * same at every version's address. Its `og:url` is its own, since the play page's preview is not the preset's.
 */
export function frameTags(view: View, home: URL): readonly HeadTag[] {
  const { figure, preset } = view;
  const query = queryOf(preset);
  const at = (path: string) => new URL(path, home);
  const preview = previewTags({
    type: 'website',
    url: at(framePath(figure.id, { preset: preset?.id })),
    title: titleOf(view),
    description: preset?.teaches ?? figure.summary,
    image: {
      url: at(posterPath(figure.id, 'png', preset?.id)),
      ...pngSize(view),
      alt: findingOf(figure.id, query),
    },
  });
  return [
    { tag: 'link', attributes: { rel: 'canonical', href: at(playPath(figure.id, query)).href } },
    { tag: 'link', attributes: oembedLink(view, home) },
    ...preview.map((attributes) => ({ tag: 'meta' as const, attributes })),
  ];
}

/** The same as HTML, one element a line. It belongs near the page's start: WordPress reads no further than 150 kB. */
export function frameHead(figure: FigureDefinition, preset: Preset | undefined, home: URL): string {
  return frameTags({ figure, preset }, home)
    .map(({ tag, attributes }) => {
      const pairs = Object.entries(attributes).map(
        ([name, value]) => `${name}="${escapeXml(value)}"`,
      );
      return `<${tag} ${pairs.join(' ')}>`;
    })
    .join('\n');
}
