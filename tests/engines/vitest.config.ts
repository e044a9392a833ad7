// Apart from the unit tests: these need the built site, and browsers. One file for each engine, side by side.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/engines/*.spec.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/engines.json' }]],
    // Far more than anything takes: a browser that hangs is to fail, and a slow machine is not.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { interval: 20, timeout: 30_000 } },
  },
});
