/** Hands a file to the reader. */
export function save(name: string, content: Blob | string, type = 'text/plain'): void {
  const url = URL.createObjectURL(
    content instanceof Blob ? content : new Blob([content], { type }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers read it long after the click
}

/** An SVG as a PNG of twice its size, so that it is sharp on a slide. */
export async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('The browser could not draw the picture.')),
    ),
  );
}

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
