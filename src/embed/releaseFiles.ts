import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { elements, loader } from 'virtual:embeds';
import { tagOf } from './addresses.ts';
import { customElementsManifest } from './manifest.ts';
import { version } from './release.ts';

const scripts: Record<string, string> = {
  ...Object.fromEntries(Object.entries(elements).map(([id, code]) => [`${tagOf(id)}.js`, code])),
  'embed.js': loader,
};

/** As `integrity` takes it. */
const integrityOf = (code: string) =>
  `sha384-${createHash('sha384').update(code).digest('base64')}`;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What manifest.json says. */
export const manifest = {
  version,
  files: Object.fromEntries(
    Object.entries(scripts).map(([name, code]) => [
      name,
      {
        integrity: integrityOf(code),
        bytes: Buffer.byteLength(code),
        gzip: gzipSync(code, { level: 9 }).length,
      },
    ]),
  ),
};

/** What a release consists of, by file name. */
export const releaseFiles: Readonly<Record<string, string>> = {
  ...scripts,
  'manifest.json': json(manifest),
  'custom-elements.json': json(customElementsManifest((id) => `${tagOf(id)}.js`)),
};
