import css from './run.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Nothing fetches a style sheet later, and a page need not carry what few open: this part brings its own. */
export function styled(): () => void {
  document.adoptedStyleSheets.push(sheet);
  return () => {
    const sheets = document.adoptedStyleSheets;
    sheets.splice(sheets.indexOf(sheet), 1);
  };
}
