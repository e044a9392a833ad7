// For the tools that do not read .astro files: svelte-check and ESLint. `astro check` sees the components themselves.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
