/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  compilerOptions: {
    // Our own components are written with runes; packages may be older.
    runes: ({ filename }) => !filename.includes('node_modules') || undefined,
    // No innerHTML: it works under any content-security policy, trusted types included.
    fragments: 'tree',
    // Nobody asks the page which Svelte it has.
    discloseVersion: false,
    // Short, since every rule repeats it. Components with the same rules may share it.
    cssHash: ({ css, hash }) => `_${hash(css).slice(0, 5)}`,
  },
};
