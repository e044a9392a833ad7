// Gives a built page its Content-Security-Policy.

import { Parser } from 'htmlparser2';
import { hoistStyles } from '../src/site/hoistStyles.ts';
import { policyOf, type PageParts } from '../src/site/policy.ts';

const charset = /<meta charset="utf-8"\s*\/?>/i;

/**
 * The page without style attributes, and with a policy that comes before everything it is about. Frames for other pages
 * bring one of their own, and stay as they are.
 * @param path "/method/"
 * @throws Error where there is no place for the policy: browsers look for the charset in the first 1,024 bytes, so it
 * stands right behind that
 */
export function withPolicy(html: string, path: string): string {
  if (html.includes('<meta http-equiv="Content-Security-Policy"')) return html;
  if (!charset.test(html)) throw new Error(`${path} does not begin with <meta charset="utf-8">.`);
  const { markup, css } = hoistStyles(html);
  const page = css ? markup.replace('</head>', () => `<style>${css}</style></head>`) : markup;
  const policy = policyOf({ path, ...partsOf(page) });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return page.replace(charset, (found) => found + meta);
}

/** What of a page its policy must name. A script that holds JSON is none. */
function partsOf(html: string): Omit<PageParts, 'path'> {
  const tags = new Set<string>();
  const texts = { script: new Set<string>(), style: new Set<string>() };
  let text: string | null = null;
  new Parser({
    onopentag(tag, { src, type = '' }) {
      tags.add(tag);
      const inline = tag === 'style' || (tag === 'script' && src === undefined);
      text = inline && !type.endsWith('json') ? '' : null;
    },
    ontext(part) {
      if (text !== null) text += part;
    },
    onclosetag(tag) {
      if (text !== null && (tag === 'script' || tag === 'style')) texts[tag].add(text);
      text = null;
    },
  }).end(html);
  return { tags, scripts: [...texts.script], styles: [...texts.style] };
}
