import { expect, it, vi } from 'vitest';
import { limit, simSize } from '../../scripts/size.ts';

// Starting a bundler can take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

it('src/sim weighs no more than 6 kB minified and gzipped, texts aside', async () => {
  const { minified, gzipped } = await simSize();
  expect(limit).toBe(6_000);
  expect(gzipped).toBeLessThanOrEqual(limit);
  // It was really all of it, and really minified.
  expect(minified).toBeGreaterThan(8_000);
  expect(minified).toBeLessThan(20_000);
});
