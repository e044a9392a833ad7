import { escapeXml } from '../components/figures/shared/svg.ts';
import { hoistStyles } from '../site/hoistStyles.ts';
import { hash } from '../site/policy.ts';

interface FramePage {
  title: string;
  /** The figure's own title. */
  heading: string;
  /** Links and meta elements, as HTML. */
  head: string;
  /** The preset's settings, as a query string. */
  start: string;
  /** The figure, as the server renders it. */
  figure: string;
  script: string;
  style: string;
}

const page =
  ':root{color-scheme:light dark;text-size-adjust:none}' +
  'body{margin:0;overflow-wrap:break-word}' +
  'h1{position:absolute;inline-size:1px;block-size:1px;margin:0;overflow:hidden;clip-path:inset(50%)}';

/**
 * A figure's page for frames, all in one file: the picture and its tables as they stand without a script, and the
 * script that wakes it. Its policy lets nothing else in. The script is a classic one, since modules need an origin,
 * which a sandboxed frame has not.
 */
export function frameHtml({
  title,
  heading,
  head,
  start,
  figure,
  script,
  style,
}: FramePage): string {
  const { markup, css } = hoistStyles(figure.replace(/<!--.*?-->/gs, ''));
  const sheet = `${page}${style}${css}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(sheet)}`,
    'img-src data:', // a picture on its way to a PNG
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeXml(title)}</title>
${head}
<link rel="icon" href="data:,">
<style>${sheet}</style>
</head>
<body>
<main aria-label="${escapeXml(heading)}">
<h1>${escapeXml(heading)}</h1>
<div data-start="${escapeXml(start)}">${markup}</div>
</main>
<script>${script}</script>
</body>
</html>
`;
}
