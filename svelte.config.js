/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  compilerOptions: {
    // Our own components are written with runes; packages may be older.
    runes: ({ filename }) => !filename.includes('node_modules') || undefined,
  },
};
