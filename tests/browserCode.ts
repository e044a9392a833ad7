import type { Environment } from 'vitest/runtime';

/** Node, but with the code that a browser would get, so that Svelte's effects run. */
export default {
  name: 'browser-code',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
