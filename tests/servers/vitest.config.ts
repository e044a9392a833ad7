// Apart from the unit tests: these need the built site, and an nginx.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/servers/*.spec.ts'],
    // Far more than anything takes: what hangs is to fail, and a slow machine is not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/servers.json' }]],
  },
});
