// Apart from the unit tests: it builds the site once more, in a copy with one figure more.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/walk/*.spec.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/walk.json' }]],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
