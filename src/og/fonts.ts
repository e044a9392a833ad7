import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/** The fonts that pictures may use, by name. */
export const families = {
  serif: 'Source Serif 4',
  sans: 'Instrument Sans',
  mono: 'Geist Mono',
} as const;

const weights = {
  'source-serif-4': [600],
  'instrument-sans': [400, 600],
  'geist-mono': [400],
} as const;

/** One weight of one of the site's variable fonts, as TrueType: resvg reads no woff2 and moves no axis. */
function instance(font: string, wght: number): Promise<Buffer> {
  const file = `node_modules/@fontsource-variable/${font}/files/${font}-latin-wght-normal.woff2`;
  return subsetFont(readFileSync(file), undefined, {
    keepAllGlyphs: true,
    targetFormat: 'truetype',
    variationAxes: { wght },
  });
}

const folder = 'node_modules/.cache/feels-fast-fonts';

/** The fonts as files, which is how resvg takes them. */
async function write(): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(weights).flatMap(([font, all]) =>
    all.map(async (wght) => {
      const file = `${folder}/${font}-${wght}.ttf`;
      const draft = `${file}.${randomUUID()}`;
      writeFileSync(draft, await instance(font, wght));
      // In one step: another process may be reading it.
      renameSync(draft, file);
      return file;
    }),
  );
  return Promise.all(files);
}

let written: Promise<string[]> | undefined;

export function fontFiles(): Promise<string[]> {
  return (written ??= write());
}
