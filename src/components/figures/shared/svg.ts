/** Pieces of an SVG document as text, for pictures that leave the page. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

interface TextStyle {
  fill: string;
  size?: number;
  weight?: number;
  anchor?: 'middle' | 'end';
}

export function text(
  x: number,
  y: number,
  content: string,
  { fill, size, weight, anchor }: TextStyle,
): string {
  const more = [
    size && `font-size="${size}"`,
    weight && `font-weight="${weight}"`,
    anchor && `text-anchor="${anchor}"`,
  ];
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${['fill="' + fill + '"', ...more].filter(Boolean).join(' ')}>${escapeXml(content)}</text>`;
}

export function group(transform: string, content: readonly string[]): string {
  return `<g transform="${transform}">${content.join('')}</g>`;
}

/** Breaks text into lines of about `width` characters: at spaces, and anywhere in a word longer than a line. */
export function wrap(content: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of content.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
      while (line.length > width) {
        lines.push(line.slice(0, width));
        line = line.slice(width);
      }
    }
    lines.push(line);
  }
  return lines;
}
