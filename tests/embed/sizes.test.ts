// What others load from us must not grow unseen. All sizes are minified and gzipped.
import { expect, test, vi } from 'vitest';
import { gzip } from '../../scripts/audit/compressed.ts';
import { limits } from '../../scripts/audit/limits.ts';
import { bundleChild, bundleElement, bundleLoader } from '../../scripts/embeds.ts';
import { figures } from '../../src/components/figures/registry.ts';

// Starting a bundler can take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const gzipped = (code: string) => gzip(code).length;

/** The scripts that every page with a frame pays for. These do not grow. */
const scripts = [
  { name: 'the loader', code: bundleLoader, most: limits.loader.atMost * 1000 },
  {
    name: "the frame's side of the talk",
    code: bundleChild,
    most: limits.child.atMost * 1000,
  },
];

test.each(scripts)('$name is at most $most bytes', async ({ code, most }) => {
  const size = gzipped(await code());
  expect(size).toBeGreaterThan(most / 2); // it is really in it
  expect(size, 'A page pays for it before it sees anything. Make it do less.').toBeLessThanOrEqual(
    most,
  );
});

/**
 * What each element weighs now, rounded up to the next half kilobyte (kB of 1,000 bytes). Svelte's runtime is 11 to
 * 14.5 of it, the texts that are sent 6, the simulator 6 and the styles 5.
 */
const elements: Readonly<Record<string, number>> = {
  'token-flow': 57,
  'latency-simulator': 53.5,
  'transport-chooser': 44.5,
};

test.each(figures.map(({ id }) => id))(
  'the element of %s is no heavier than before',
  async (id) => {
    const size = gzipped(await bundleElement(id)) / 1000;
    const most = elements[id];
    if (most === undefined)
      throw new Error(`${id} is new here: give it a line, ${Math.ceil(size * 2) / 2}.`);
    expect(
      size,
      `ff-${id}.js has grown. Is it worth it to those who load it? Look for a new import first (a package, a text, the ` +
        `runtime of a Svelte feature that nobody used before). If it is, write the new size here.`,
    ).toBeLessThanOrEqual(most);
    expect(size, `ff-${id}.js is lighter now: write the new size here.`).toBeGreaterThan(
      most - 1.5,
    );
  },
);
