import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { hues } from '../../src/components/figures/latency-simulator/picture.ts';
import { figures } from '../../src/components/figures/registry.ts';
import { figuresIn } from '../../src/components/prose/figuresOn.ts';
import { draw, size, type Card } from '../../src/og/card.ts';
import { findingOf, gistOf, posterOf } from '../../src/og/figures.ts';
import { fit } from '../../src/og/fit.ts';
import { toPng } from '../../src/og/raster.ts';

const queries = (presets: (typeof figures)[number]['presets']) =>
  presets.map(({ settings }) => new URLSearchParams(settings).toString());

describe.each(figures.map((figure) => [figure.id, figure] as const))('%s', (id, { presets }) => {
  test.each(['', ...queries(presets)])(
    '“%s” is a whole picture, and says what it shows',
    (query) => {
      const svg = posterOf(id, query);
      expect(svg).toMatch(/^<svg [^]*<\/svg>$/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(svg).not.toContain('var(--');
      expect(findingOf(id, query)).toMatch(/\w[^&<>]*\.$/);
      expect(gistOf(id, query, size)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    },
  );
});

test('a figure that is not there is named', () =>
  expect(() => posterOf('latency-simulater')).toThrow('There is no figure “latency-simulater”'));

test('the panels have the hues that the figure’s own style gives them', () => {
  const file = 'src/components/figures/latency-simulator/LatencySimulator.svelte';
  const style = readFileSync(file, 'utf8');
  for (const [name, colour] of Object.entries(hues))
    expect(style).toContain(`--${name}: var(--${colour});`);
});

describe('text that must fit', () => {
  /** Every letter half as wide as it is high. */
  const measure = (text: string) => text.length / 2;
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 });

  it('stands in lines that are wide enough, at one of the sizes, no word lost', () =>
    fc.assert(
      fc.property(words, (all) => {
        const { size, lines } = fit(all.join(' '), measure, 300, [40, 20], 3);
        expect([40, 20]).toContain(size);
        expect(lines.join(' ')).toBe(all.join(' '));
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(300);
      }),
      { seed: 1 },
    ));

  it.each([
    { text: 'one', expected: { size: 40, lines: ['one'] } },
    { text: 'aaaa aaaa aaaa aaaa', expected: { size: 40, lines: ['aaaa aaaa', 'aaaa aaaa'] } },
    {
      text: 'aaaaaaaaaaaaaa aa aaaaa',
      expected: { size: 40, lines: ['aaaaaaaaaaaaaa', 'aa aaaaa'] },
    },
  ])('“$text”', ({ text, expected }) =>
    expect(fit(text, measure, 300, [40, 20], 2)).toEqual(expected),
  );

  it('that does not is quoted', () =>
    expect(() => fit('a'.repeat(40), measure, 300, [40, 20], 2)).toThrow('Shorten it'));
});

describe('the preview image of a page', () => {
  const card: Card = {
    path: '/',
    eyebrow: 'Test & <more>',
    title: 'A title',
    description: 'What it is about.',
  };
  const dimensions = (png: Uint8Array) => {
    const view = new DataView(png.buffer);
    return { signature: view.getUint32(0), width: view.getUint32(16), height: view.getUint32(20) };
  };

  it.each([
    { name: 'words alone', given: card },
    ...figures.map(({ id }) => ({ name: id, given: { ...card, figure: { of: id, with: '' } } })),
  ])('$name: a PNG of the size that previews are cut to, the same each time', async ({ given }) => {
    const [one, two] = [await toPng(await draw(given)), await toPng(await draw(given))];
    expect(dimensions(one)).toEqual({ signature: 0x89504e47, width: 1200, height: 630 });
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('stops the build when its title is too long', async () =>
    expect(draw({ ...card, title: 'Word '.repeat(60).trim() })).rejects.toThrow('Shorten it'));
});

test('the figures of an article are found in the order they are read', () =>
  expect(
    figuresIn(`<Figure of="a" id="one" />\n text <Figure\n id="two" of="b" with="cost=25" />`),
  ).toEqual([
    { id: 'one', of: 'a', with: '' },
    { id: 'two', of: 'b', with: 'cost=25' },
  ]));
