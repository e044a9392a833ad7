// A page's style sheet ends at the shadow root, apart from what we let in on purpose.
import { figures } from '../../../src/components/figures/registry.ts';
import { element, elementModule } from './cases.ts';
import { expect, test, type FigureElement, type Host } from './host.ts';

const all = (host: Host, around = (elements: string) => elements) =>
  around(figures.map((figure) => element({ figure, query: '' })).join('')) +
  figures.map((figure) => elementModule(host.ours, figure)).join('');

async function ready(host: Host): Promise<void> {
  for (const figure of figures) await host.element(figure);
}

/** Sizes and looks of everything in the shadow roots, as lines that can be compared. */
const looks = ({ page }: Host, ignoring: string[] = []) =>
  page.evaluate(
    ([tags, names]) =>
      tags!.flatMap((tag) => {
        const root = document.querySelector(tag)!.shadowRoot!;
        const origin = root.firstElementChild!.getBoundingClientRect();
        return [...root.querySelectorAll('.ff, .ff *')].map((e) => {
          const { x, y, width, height } = e.getBoundingClientRect();
          const style = getComputedStyle(e);
          const properties = [
            'color',
            'font-family',
            'font-size',
            'display',
            'letter-spacing',
            'text-align',
            'text-transform',
            'visibility',
            'cursor',
            'line-height',
            'list-style',
            'white-space',
            'word-spacing',
            'text-indent',
            'font-style',
            'font-variant',
            'direction',
            'pointer-events',
            'quotes',
            'hyphens',
            'tab-size',
          ];
          const values = properties
            .filter((p) => !names!.includes(p))
            .map((p) => `${p}: ${style.getPropertyValue(p)}`);
          const box = (width ? [x - origin.x, y - origin.y, width, height] : []).map(Math.round);
          return `${tag} ${e.localName}.${String(e.getAttribute('class'))} ${box.join(' ')} ${values.join('; ')}`;
        });
      }),
    [figures.map(({ id }) => `ff-${id}`), ignoring],
  );

const hostile: { name: string; css: string }[] = [
  { name: '10 px to the rem', css: 'html { font-size: 62.5% }' },
  { name: 'large text', css: 'html, body, main { font-size: 30px; line-height: 3 }' },
  {
    name: 'a reset of everything',
    css: '* { all: unset } head, script, style { display: none } body, main { display: block; }',
  },
  {
    name: 'boxes, margins, borders',
    css: '* { box-sizing: content-box !important; margin: 9px !important; padding: 9px !important; border: 9px solid red !important }',
  },
  {
    name: 'buttons that are hidden, pictures that are small',
    css: 'button, summary, input { display: none !important } svg { width: 10px !important; height: 10px !important; fill: red !important }',
  },
  {
    name: 'tables of a theme',
    css: 'table { display: block; overflow: auto } th, td { padding: 30px; font-size: 40px } tr:nth-child(2n) { background: red }',
  },
  {
    name: 'classes named like ours',
    css: '.ff, .head, .title, .picker, .caption, .panels { display: none; position: fixed; inset: 0 } figure { margin: 5em; float: left }',
  },
  {
    name: 'text that is set in its own way',
    css: 'main { letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase; text-align: right; text-indent: 40px; font: italic small-caps 900 30px/4 cursive; color: red; white-space: nowrap; hyphens: auto; list-style: square; cursor: wait; tab-size: 1; quotes: none; text-shadow: 1px 1px red; }',
  },
  {
    name: 'animations and transitions',
    css: '* { transition: all 5s !important; animation: none !important }',
  },
];

test('what a page does to its own things does not reach in', async ({ host, page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  const around = (elements: string) => `<main><section>${elements}</section></main>`;
  await host.open(all(host, around));
  await ready(host);
  const width = await page.locator('section').evaluate((e) => e.clientWidth);
  const before = await looks(host);
  expect(before.length).toBeGreaterThan(300);
  for (const { name, css } of hostile)
    await test.step(name, async () => {
      await page.evaluate(
        ([text, px]) => {
          const sheet = new CSSStyleSheet();
          // Boxes around are the page's own business, so the figures are as wide under every style sheet.
          sheet.replaceSync(
            `${text!} section, section > * { display: block !important; width: ${px!}px !important; margin: 0 !important; padding: 0 !important; border: 0 !important }`,
          );
          document.adoptedStyleSheets = [sheet];
        },
        [css, String(width)],
      );
      const after = await looks(host);
      expect(after.filter((line, i) => line !== before[i]).slice(0, 5)).toEqual([]);
    });
});

test('hidden, faded and out of reach is what the page makes so', async ({ host, page }) => {
  await host.open(all(host));
  await ready(host);
  const it = page.locator(`ff-${figures[0]!.id}`);
  const inside = it.locator('.finding');
  for (const change of [
    (e: Element) => void e.toggleAttribute('hidden'),
    (e: Element) => void (e.parentElement!.style.visibility = 'hidden'),
  ]) {
    await it.evaluate(change);
    await expect(inside).toBeHidden();
    await it.evaluate(
      (e) => (e.removeAttribute('hidden'), e.parentElement!.removeAttribute('style')),
    );
    await expect(inside).toBeVisible();
  }
  await page.evaluate(() => (document.body.style.pointerEvents = 'none'));
  await expect(inside).toHaveCSS('pointer-events', 'none');
});

test('what it asks for by name does: custom properties and parts', async ({ host, page }) => {
  const css = `
    html { --ff-ink: rgb(1, 2, 3); --ff-font-sans: "Comic Sans MS"; --ff-radius: 3px; --ff-raised: rgb(250, 240, 230) }
    ff-transport-chooser { --ff-font-size: 24px }
    ::part(caption) { text-transform: uppercase }
    ff-token-flow::part(credit) { display: none }`;
  await host.open(all(host), { head: `<style>${css}</style>` });
  await ready(host);
  for (const { id } of figures) {
    const root = page.locator(`ff-${id}`);
    const figure = root.locator('figure.ff');
    await expect(figure).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(figure).toHaveCSS('background-color', 'rgb(250, 240, 230)');
    await expect(figure).toHaveCSS('font-family', '"Comic Sans MS"');
    await expect(figure).toHaveCSS('border-radius', '3px');
    await expect(root.locator('.caption')).toHaveCSS('text-transform', 'uppercase');
    const size = id === 'transport-chooser' ? 24 : 16;
    await expect(root.locator('.caption')).toHaveCSS('font-size', `${0.875 * size}px`);
    await expect(root.locator('.credit')).toBeVisible({ visible: id !== 'token-flow' });
    expect(await root.evaluate((e: FigureElement) => e.toSVG())).toContain('#faf0e6');
  }
  const parts = [
    'figure',
    'title',
    'actions',
    'picker',
    'picture',
    'transport',
    'caption',
    'controls',
    'tables',
    'credit',
  ];
  const there = await page
    .locator(`ff-${figures[0]!.id}`)
    .evaluate((e) =>
      [...e.shadowRoot!.querySelectorAll('[part]')].map((part) => part.getAttribute('part')),
    );
  expect(new Set(there)).toEqual(new Set(parts));
});

test('in another shadow root, in a page that reads from right to left, and in a narrow box', async ({
  host,
  page,
}) => {
  await host.open(figures.map((figure) => elementModule(host.ours, figure)).join(''), {
    html: 'dir="rtl"',
  });
  await page.evaluate(
    (tags) => {
      const outer = document.body.appendChild(document.createElement('div'));
      outer.style.width = '420px';
      const root = outer.attachShadow({ mode: 'open' });
      for (const tag of tags) root.append(document.createElement(tag));
      outer.id = 'outer';
    },
    figures.map(({ id }) => `ff-${id}`),
  );
  await ready(host);
  const out = await page.locator('#outer').evaluate((outer) => {
    const { left, right } = outer.getBoundingClientRect();
    return [...outer.shadowRoot!.children].flatMap((e) =>
      [...e.shadowRoot!.querySelectorAll('button, select, summary, p, svg')]
        .filter((part) => part.checkVisibility() && !part.closest('.visually-hidden, .scroll'))
        .map((part) => ({ name: part.textContent.slice(0, 20), box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 2 && (box.left < left - 1 || box.right > right + 1))
        .map(({ name }) => name),
    );
  });
  expect(out).toEqual([]);
  // English words and times run to the right there too.
  const directions = await page
    .locator('#outer')
    .evaluate((outer) =>
      [...outer.shadowRoot!.children].map(
        (e) => getComputedStyle(e.shadowRoot!.querySelector('.ff')!).direction,
      ),
    );
  expect(directions).toEqual(figures.map(() => 'ltr'));
});
