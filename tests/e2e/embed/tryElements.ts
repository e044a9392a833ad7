import type { FigureElement } from './host.ts';

/** Settings to try on an element, and how they are given. */
export interface Try {
  way: 'attribute' | 'property' | 'both' | 'markup';
  values: Readonly<Record<string, unknown>>;
}

/** Words that stand for what cannot travel to the page. */
export const stands = ['a symbol', 'a big integer', 'a function', 'an element'] as const;

/** What `drawn` of the page gives. */
export interface Drawn {
  /** A figure's markup without what repeats the words that were given, and without code, which may well say "undefined". */
  drawn(root: ParentNode): string;
}

/** In the page, before any other script: defines `drawn`. */
export function defineDrawn(): void {
  const drawn: Drawn['drawn'] = (root) => {
    const copy = root.querySelector('.ff')!.cloneNode(true) as Element;
    for (const part of copy.querySelectorAll('.problems, .problem, pre')) part.remove();
    return copy.outerHTML;
  };
  Object.assign(window, { drawn });
}

/** In the page: makes an element for each, uses it, and says what is wrong with it. */
export async function tryElements({
  tag,
  tries,
  never,
}: {
  tag: string;
  tries: readonly Try[];
  /** What no output may have in it, as a regular expression. */
  never: string;
}): Promise<unknown[]> {
  await customElements.whenDefined(tag);
  const { drawn } = window as unknown as Drawn;
  const wrong: unknown[] = [];
  addEventListener('error', ({ message }) => wrong.push(message));
  addEventListener('unhandledrejection', ({ reason }) => wrong.push(String(reason)));

  const real: Record<string, unknown> = {
    'a symbol': Symbol('60'),
    'a big integer': 60n,
    'a function': () => 60,
    'an element': document.body,
  };
  const given = (value: unknown) =>
    Object.hasOwn(real, String(value)) ? real[String(value)] : value;
  const text = (value: unknown) => String(value);
  const quoted = ([name, value]: [string, unknown]) =>
    `${name}="${text(value).replaceAll('"', '&quot;')}"`;

  function make({ way, values }: Try, early: boolean): FigureElement {
    const entries = Object.entries(values);
    if (way === 'markup') {
      document.body.innerHTML = `<${tag} ${entries.map(quoted).join(' ')}></${tag}>`;
      return document.querySelector<FigureElement>(tag)!;
    }
    const e = document.createElement(tag) as FigureElement;
    if (early) document.body.append(e);
    for (const [name, value] of entries) {
      if (way !== 'property') e.setAttribute(name, text(value));
      if (way !== 'attribute') Object.assign(e, { [name]: given(value) });
    }
    if (!early) document.body.append(e);
    return e;
  }

  for (const [i, one] of tries.entries()) {
    try {
      const e = make(one, i % 2 === 0);
      if (i % 3 === 0) {
        e.seek(given(Object.values(one.values)[0]));
        await e.play();
        await new Promise(requestAnimationFrame);
        e.pause();
      }
      await Promise.resolve();
      const notes = e.shadowRoot!.querySelectorAll('.problems li').length;
      const files = i % 5 === 0 ? { svg: e.toSVG(), csv: e.toCSV() } : {};
      const outputs = {
        markup: drawn(e.shadowRoot!),
        result: JSON.stringify(e.result),
        url: e.url,
      };
      for (const [name, output] of Object.entries({ ...outputs, ...files })) {
        const [bad] = new RegExp(never).exec(output) ?? [];
        if (bad !== undefined || output === '') wrong.push({ ...one, name, bad });
      }
      if (notes !== e.problems.length) wrong.push({ ...one, notes, problems: e.problems });
      if (e.offsetHeight < 300) wrong.push({ ...one, height: e.offsetHeight });
      e.remove();
    } catch (error) {
      wrong.push({ ...one, error: String(error) });
    }
  }
  return wrong;
}
