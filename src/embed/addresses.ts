// Where everything stands that others may embed. All paths begin at the site's root.

/** The custom element of a figure: "ff-token-flow". */
export const tagOf = (figure: string): string => `ff-${figure}`;

/** `/v1` before what has versions; nothing before what has not. */
const within = (channel?: string) => (channel ? `/${channel}` : '');

interface Frame {
  preset?: string | undefined;
  /** Settings, as they stand in a URL: "rate=120". */
  query?: string;
  channel?: string | undefined;
}

/** The page for an iframe: "/v1/embed/token-flow/bucket/?rate=120". A preset is a path, since static hosts see no query. */
export const framePath = (figure: string, { preset, query, channel }: Frame = {}): string =>
  `${within(channel)}/embed/${figure}/${preset ? `${preset}/` : ''}${query ? `?${query}` : ''}`;

export const elementPath = (figure: string, channel: string): string =>
  `${within(channel)}/${tagOf(figure)}.js`;

/** The script that gives our frames on a page their height. */
export const loaderPath = (channel?: string): string => `${within(channel)}/embed.js`;

/** What a release consists of, with the hash of each file. */
export const manifestPath = (channel: string): string => `${within(channel)}/manifest.json`;

const ofPreset = (figure: string, preset?: string) => (preset ? `${figure}/${preset}` : figure);

export const oembedPath = (figure: string, preset?: string): string =>
  `/oembed/${ofPreset(figure, preset)}.json`;

export const posterPath = (figure: string, type: 'svg' | 'png', preset?: string): string =>
  `/posters/${ofPreset(figure, preset)}.${type}`;

/** A figure's own page. */
export const playPath = (figure: string, query = ''): string =>
  `/play/${figure}/${query && `?${query}`}`;
