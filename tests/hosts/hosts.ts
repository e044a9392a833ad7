// The documentation tools that we build sites with. Each has a folder beside this file: a site of three pages.

import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Host {
  /** Its folder here, and what the snippets call it; "-element" after it is the snippet with the element. */
  id: string;
  /** Where its Markdown pages are. */
  pages: string;
  /** Where its build leaves the site. */
  built: string;
  /** Whether it follows links without loading a page. */
  inApp: boolean;
}

export const hosts: readonly Host[] = [
  { id: 'vitepress', pages: '.', built: '.vitepress/dist', inApp: true },
  { id: 'docusaurus', pages: 'docs', built: 'build', inApp: true },
  { id: 'starlight', pages: 'src/content/docs', built: 'dist', inApp: false },
];

export const tiers = ['iframe', 'element'] as const;
export type Tier = (typeof tiers)[number];

/** One site per host and tier, since a snippet brings a whole configuration: "vitepress-iframe". */
export const siteName = ({ id }: Host, tier: Tier): string => `${id}-${tier}`;

export const platformOf = ({ id }: Host, tier: Tier): string =>
  tier === 'element' ? `${id}-element` : id;

/** Outside of the repository, where no package of ours is within reach, and kept: a second run installs nothing. */
const work = join(tmpdir(), 'feels-fast-hosts');

/** Where a host's sites are made. */
export const workshop = (host: Host): string => join(work, host.id);

/** Where the sites stand when they are made. */
export const sites: string = join(work, 'sites');

/** Where our site is during the tests, and where theirs are: two origins. testHosts.ts picks others if these are taken. */
export const ports = {
  ours: () => Number(process.env['HOSTS_OUR_PORT'] ?? 4361),
  theirs: () => Number(process.env['HOSTS_THEIR_PORT'] ?? 4362),
};

export const ourOrigin = (): string => `http://localhost:${ports.ours()}`;

/** A browser takes every name below localhost for this machine. */
export const siteOrigin = (host: Host, tier: Tier): string =>
  `http://${siteName(host, tier)}.localhost:${ports.theirs()}`;
