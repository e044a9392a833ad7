import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Component } from 'svelte';
import { componentName, figures } from '../../src/components/figures/registry.ts';
import type { FigureProps } from '../../src/components/figures/shared/props.ts';

const views = import.meta.glob<Component<FigureProps>>(
  '../../src/components/figures/*/[A-Z]*.svelte',
  { import: 'default' },
);

const outputs = import.meta.glob<object>('../../src/components/figures/*/output.ts', {
  import: 'output',
});

/** The figure as the server renders it. */
export async function html(id: string, start: string): Promise<string> {
  const view = await views[`../../src/components/figures/${id}/${componentName(id)}.svelte`]!();
  const output = await outputs[`../../src/components/figures/${id}/output.ts`]!();
  return render(view, { props: { id: 'it', start, output } }).body;
}

const readable = (markup: string) =>
  markup
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(figures.map((figure) => [figure.id, figure] as const))(
  '%s on the server',
  (id, figure) => {
    const starts = [
      '',
      'ttft=0&tokens=1&latency=0&framing=0&parse=0', // over at once; names that a figure lacks are ignored
      ...figure.presets.map((preset) => new URLSearchParams(preset.settings).toString()),
    ];

    test.each(starts)(
      '“%s” is complete without a script, and holds no broken number',
      async (start) => {
        const markup = await html(id, start);
        const text = readable(markup);
        expect(text).toContain(figure.title);
        expect(text).toMatch(/The numbers as tables/);
        expect(markup.includes('role="img"')).toBe(true);
        expect(markup.match(/.{60}(NaN|Infinity|undefined|\[object)/)).toBeNull();
      },
    );

    test('is the same each time', async () => {
      expect(await html(id, starts.at(-1)!)).toBe(await html(id, starts.at(-1)!));
    });

    if ('t' in figure.settings)
      test('at a moment from the link shows that moment', async () => {
        expect(readable(await html(id, 't=1000'))).toContain('At 1.00 s');
        expect(readable(await html(id, 't=1000'))).not.toBe(readable(await html(id, '')));
      });

    test('names what it could not use, and is drawn all the same', async () => {
      const [name, { kind }] = Object.entries(figure.settings)[0]!;
      const text = readable(await html(id, `${name}=wobble`));
      expect(text).toContain(
        `${name}: “wobble” is not ${kind === 'number' ? 'a number' : 'one of its values'}`,
      );
      expect(text).toContain(figure.presets[0]!.label);
    });
  },
);
