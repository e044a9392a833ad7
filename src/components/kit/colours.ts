export type Colours<Name extends string> = Readonly<Record<Name, string>>;

/**
 * Custom properties as plain #rrggbb, the way they look at `root` right now: drawing programs
 * know neither `light-dark()` nor `oklch()`.
 */
export function coloursAt<Name extends string>(
  root: Element,
  names: readonly Name[],
): Colours<Name> {
  const probe = root.appendChild(document.createElement('i'));
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const hex = (name: Name) => {
    probe.style.color = `var(--${name})`;
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b] = pixel.getImageData(0, 0, 1, 1).data;
    return `#${[r, g, b].map((c) => c!.toString(16).padStart(2, '0')).join('')}`;
  };
  const colours = Object.fromEntries(names.map((name) => [name, hex(name)]));
  probe.remove();
  return colours as Colours<Name>;
}
