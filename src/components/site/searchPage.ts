import type { Hit, Place } from './searchHits.ts';
import { search } from './searchIndex.ts';

/** What stands below the field: nothing asked yet, pages found, none found, or no index that could be loaded. */
type State = 'idle' | 'found' | 'none' | 'missing';

/** Long enough that a word typed at ordinary speed is asked for once, ms. */
const PAUSE = 150;

/** Makes the form answer, and keeps the question in the address, so that it can be sent on and come back to. */
export function answerIn(root: HTMLElement): void {
  const part = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-${name}]`)!;
  const field = part<HTMLInputElement>('field');
  const status = part('status');
  const list = part('hits');
  let asked = 0;
  let timer = 0;

  function show(state: State, says = '', hits: Hit[] = []) {
    root.dataset['state'] = state;
    status.textContent = says;
    list.replaceChildren(...hits.map(hitItem));
  }

  async function ask() {
    const query = field.value.trim();
    const mine = ++asked;
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    if (!query) return show('idle');
    try {
      const hits = await search(query);
      // A slow answer to an earlier question comes too late.
      if (mine !== asked) return;
      const pages = hits.length === 1 ? '1 page' : `${hits.length} pages`;
      if (hits.length > 0) show('found', `Found on ${pages}.`, hits);
      else show('none', `Nothing found for “${query}”.`);
    } catch {
      if (mine === asked) show('missing', 'The search index could not be loaded.');
    }
  }

  function hitItem(hit: Hit): Node {
    const item = placed('hit', hit);
    const sections = item.querySelector('[data-sections]')!;
    sections.replaceChildren(...hit.sections.map((section) => placed('section', section)));
    // A section's excerpt says more than the page's, which may come from anywhere.
    if (hit.sections.length > 0) item.querySelector('[data-excerpt]')!.remove();
    else sections.remove();
    return item;
  }

  function placed(template: string, { title, href, excerpt }: Place): DocumentFragment {
    const copy = part<HTMLTemplateElement>(`template="${template}"`).content.cloneNode(true);
    const item = copy as DocumentFragment;
    const link = item.querySelector('a')!;
    link.textContent = title;
    link.href = href;
    item
      .querySelector('[data-excerpt]')!
      .replaceChildren(...excerpt.map(({ text, found }) => (found ? marked(text) : text)));
    return item;
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
  field.form!.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void ask();
  });
  const given = new URLSearchParams(location.search).get('q');
  if (given !== null) field.value = given;
  if (field.value) void ask();
}

function marked(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
