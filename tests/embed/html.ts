import { DomUtils, parseDocument } from 'htmlparser2';

export interface Read {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  /** All text within. */
  text: string;
}

/** The elements in some HTML, outermost first. */
export function readHtml(code: string): Read[] {
  const document = parseDocument(code);
  return DomUtils.findAll(() => true, document.children).map((element) => ({
    tag: element.name,
    attributes: element.attribs,
    text: DomUtils.textContent(element).trim(),
  }));
}
