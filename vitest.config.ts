import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/sim/**'],
      exclude: ['src/sim/texts/{first,others}.ts'],
      thresholds: { lines: 95, branches: 95 },
    },
    projects: [
      {
        // Plain code, and components as the server renders them: `render` from 'svelte/server'.
        plugins: [svelte()],
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/**/*.svelte.test.ts'],
          // Far more than anything takes: what hangs is to fail, and a slow machine is not.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        // Runes as the browser runs them: effects run, and a test may use runes itself.
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'runes',
          include: ['tests/**/*.svelte.test.ts'],
          environment: './tests/browserCode.ts',
        },
      },
    ],
  },
});
