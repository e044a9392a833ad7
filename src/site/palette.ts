import { readFileSync } from 'node:fs';
import { formatHex } from 'culori';
import { didYouMean } from '../text.ts';

const declaration = /--([\w-]+): var\(--ff-[\w-]+, light-dark\((oklch\(.*?\)), (oklch\(.*?\))\)\)/g;
const css = readFileSync('src/styles/palette.css', 'utf8');
const colours = new Map(
  [...css.matchAll(declaration)].map(([, name, light, dark]) => [
    name!,
    { light: formatHex(light)!, dark: formatHex(dark)! },
  ]),
);

/**
 * Colours of palette.css as #rrggbb, for what reads no CSS: pictures made while the site is built, the browser's bar.
 * @throws Error when the palette has no such name
 */
export function paletteOf<Name extends string>(
  names: readonly Name[],
  theme: 'light' | 'dark' = 'light',
): Record<Name, string> {
  const hex = (name: string) => {
    const colour = colours.get(name);
    if (!colour)
      throw new Error(
        `src/styles/palette.css has no colour “${name}”.${didYouMean(name, colours.keys())}`,
      );
    return colour[theme];
  };
  return Object.fromEntries(names.map((name) => [name, hex(name)])) as Record<Name, string>;
}
