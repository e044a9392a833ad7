import type { Hop } from '../../../sim/index.ts';

/** A place that tokens pass. */
export interface Place {
  hop: Hop;
  name: string;
  /** The name where there is little room. */
  short: string;
  does: string;
}

/** The five of them, in order. What a proxy does is its policy. */
export const stations: readonly Place[] = [
  { hop: 'model', name: 'Model', short: 'Model', does: 'decode loop' },
  { hop: 'server', name: 'Server', short: 'Server', does: 'frames events' },
  { hop: 'proxy', name: 'Proxy / CDN', short: 'Proxy', does: 'passes on or holds' },
  { hop: 'browser', name: 'Browser', short: 'Browser', does: 'parses the stream' },
  { hop: 'dom', name: 'DOM', short: 'Page', does: 'paints the page' },
];

export const policies: Readonly<Record<string, string>> = {
  pass: 'passes on at once',
  bucket: 'fills a bucket',
  hold: 'waits for the end',
};
