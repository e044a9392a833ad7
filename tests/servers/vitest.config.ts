// Apart from the unit tests: these need the built site, and an nginx.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/servers/*.spec.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/servers.json' }]],
  },
});
