// Apart from the unit tests: these pack the package, which takes a while, and need the registry.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/package/*.spec.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/packed.json' }]],
  },
});
