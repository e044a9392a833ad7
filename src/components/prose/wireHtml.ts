import { escapeXml } from '../figures/shared/svg.ts';
import type { Line } from './wire.ts';

/** JSON may break after a comma between two members. */
const breakable = (text: string) => escapeXml(text).replaceAll(',&#34;', ',<wbr>&#34;');

const ends: Record<Line['end'], string> = {
  '': '',
  '\n': '<i class="lf"></i>',
  '\r\n': '<i class="crlf"></i>',
};

/** A line as HTML: its field's name bold, the model's words marked, its end as an empty element for CSS to show. */
export function lineHtml({ text, words = [text.length, text.length], end }: Line): string {
  const [before, marked, after] = [
    text.slice(0, words[0]),
    text.slice(...words),
    text.slice(words[1]),
  ].map(breakable) as [string, string, string];
  const named = before.replace(/^(?:event|data):/, '<b>$&</b>');
  return named + (marked && `<mark>${marked}</mark>`) + after + ends[end];
}
