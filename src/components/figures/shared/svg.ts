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

/** How many columns a text takes: characters of East Asian scripts and emoji are twice as wide as letters. */
function columns(content: string): number {
  let sum = 0;
  for (const c of content) sum += c.codePointAt(0)! >= 0x1100 ? 2 : 1;
  return sum;
}

/** Breaks text into lines of at most `width` columns: at spaces, and anywhere in a word longer than a line. */
export function wrap(content: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of content.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (columns(longer) <= width) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      line = '';
      for (const c of word) {
        if (columns(line + c) > width) {
          lines.push(line);
          line = '';
        }
        line += c;
      }
    }
    lines.push(line);
  }
  return lines;
}
