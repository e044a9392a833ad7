// What leaves the site, built: the scripts of frames, the custom elements, the loader.

import { bundle, type Bundle } from './embeds/bundle.ts';
import { importsOf } from './embeds/entry.ts';
import { forShadow } from './embeds/style.ts';

/** Stands for the style sheet until that is known, which is when the script is built. */
const STYLE = '__STYLE__';

/** The inline script and style sheet of a figure's page for frames. */
export const bundleFrame = (id: string): Promise<Bundle> =>
  bundle(
    `${importsOf(id)}import { startFrame } from '/src/embed/frame.ts';\nstartFrame({ view, definition, output });`,
    'iife',
  );

/**
 * A figure's custom element as one ES module without imports.
 * @param home where its links lead: JavaScript for an origin. Where the module came from, unless somebody else hosts it.
 */
export async function bundleElement(
  id: string,
  home = 'new URL(import.meta.url).origin',
): Promise<string> {
  const { code, css } = await bundle(
    `${importsOf(id)}import { defineFigure } from '/src/embed/element.ts';\n` +
      `defineFigure({ view, definition, output, css: '${STYLE}', home: ${home} });`,
    'es',
  );
  return code.replace(new RegExp(`(["'\`])${STYLE}\\1`), () => JSON.stringify(forShadow(css)));
}

/** The script for hosts, which gives frames their height. */
export const bundleLoader = async (): Promise<string> =>
  (
    await bundle(
      `import { serveFrames } from '/src/embed/loader.ts';\n` +
        `serveFrames(new URL(document.currentScript.src).origin);`,
      'iife',
    )
  ).code;

/** What each frame has of the talk with its host. */
export const bundleChild = async (): Promise<string> =>
  (
    await bundle(
      `import { talk } from '/src/embed/child.ts';\n` + `globalThis.talk = talk;`,
      'iife',
    )
  ).code;
