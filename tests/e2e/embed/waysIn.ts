// Every way to give an element its settings.
import type { FigureDefinition } from '../../../src/components/figures/shared/settings.ts';
import { elementModule } from './cases.ts';
import type { FigureElement, Host } from './host.ts';

/** What can be seen of an element's settings. */
export interface Seen {
  values: Record<string, unknown>;
  search: string;
  problems: string[];
}

interface Ways {
  ways: readonly string[];
  /** Makes an element, gives it settings in one of the ways, and takes it off the page again. */
  see(way: string, given: object): Promise<Seen>;
}

/** Opens a page that knows the element, and every way to give it settings. */
export async function waysIn(host: Host, { id, settings }: FigureDefinition): Promise<Ways> {
  await host.open(elementModule(host.ours, { id }));
  const { page } = host;
  await page.evaluate((tag) => customElements.whenDefined(tag), `ff-${id}`);
  const ways = await page.evaluate(define, { tag: `ff-${id}`, names: Object.keys(settings) });
  return {
    ways,
    see: (way, given) =>
      page.evaluate(([w, g]) => (window as unknown as InPage).see(w, g), [way, given] as const),
  };
}

interface InPage {
  see(way: string, given: object): Seen;
}

/** In the page: defines `see`. Returns the ways there are. */
function define({ tag, names }: { tag: string; names: string[] }): string[] {
  type Given = Readonly<Record<string, unknown>>;
  const make = () => document.createElement(tag) as FigureElement;
  const add = (e: FigureElement) => (document.body.append(e), e);
  const withAttributes = (e: FigureElement, given: Given) => {
    for (const [name, value] of Object.entries(given)) e.setAttribute(name, String(value));
    return e;
  };
  const ways: Record<string, (given: Given) => FigureElement> = {
    markup(given) {
      const attributes = Object.entries(given).map(([name, value]) => `${name}="${String(value)}"`);
      document.body.innerHTML = `<${tag} ${attributes.join(' ')}></${tag}>`;
      return document.body.querySelector<FigureElement>(tag)!;
    },
    'attributes before it is on the page': (given) => add(withAttributes(make(), given)),
    'attributes of one that runs': (given) => withAttributes(add(make()), given),
    'attributes, cloned': (given) =>
      add(withAttributes(make(), given).cloneNode() as FigureElement),
    'properties before it is on the page': (given) => add(Object.assign(make(), given)),
    'properties of one that runs': (given) => Object.assign(add(make()), given),
    'properties of one that never is on the page': (given) => Object.assign(make(), given),
  };
  const see: InPage['see'] = (way, given) => {
    const e = ways[way]!(given as Given);
    const values = Object.fromEntries(names.map((name) => [name, (e as unknown as Given)[name]]));
    const { search } = new URL(e.url);
    const problems = e.problems.map(({ message }) => message);
    document.body.replaceChildren();
    return { values, search, problems };
  };
  Object.assign(window, { see });
  return Object.keys(ways);
}
