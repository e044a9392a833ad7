interface Sources {
  /** The figure as an SVG document, and its numbers as CSV. */
  svg: () => Promise<string>;
  csv: () => Promise<string>;
}

/** Makes a file of a figure and hands it to the reader. `name` is without its ending. */
export async function saveAs(
  name: string,
  kind: 'SVG' | 'PNG' | 'CSV',
  { svg, csv }: Sources,
): Promise<void> {
  if (kind === 'SVG') save(`${name}.svg`, new Blob([await svg()], { type: 'image/svg+xml' }));
  if (kind === 'PNG') save(`${name}.png`, await toPng(await svg()));
  if (kind === 'CSV') save(`${name}.csv`, new Blob([await csv()], { type: 'text/csv' }));
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers read it long after the click
}

/** An SVG as a PNG of twice its size, so that it is sharp on a slide. */
async function toPng(svg: string): Promise<Blob> {
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
