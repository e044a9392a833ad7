import css from './blankPage.css?inline';

/**
 * Empties the frame's document for a new answer, and gives it the looks of the page around it. Its own document, so that
 * styles and layout of the page are not drawn along; blank, so that there is nothing to fetch and no policy to widen.
 * @throws Error where a browser, or what somebody added to it, keeps frames away
 */
export function blankPage(
  frame: HTMLIFrameElement,
  lang: string,
): { view: Window & typeof globalThis; text: Text } {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) throw new Error('this browser gives the page no frame to draw in.');
  const { document } = view;
  const { colorScheme, color, font } = getComputedStyle(frame);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.lang = lang;
  Object.assign(document.documentElement.style, { colorScheme, color, font });
  const text = document.createTextNode('');
  const answer = document.createElement('p');
  answer.append(text);
  document.body.replaceChildren(answer);
  return { view, text };
}
