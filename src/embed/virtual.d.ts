/** What leaves the site, bundled while it is built: see scripts/embeds.ts. */
declare module 'virtual:embeds' {
  /** The inline script and style sheet of each figure's page for frames. */
  export const frames: Readonly<Record<string, { code: string; css: string }>>;
  /** Each figure's custom element, an ES module without imports. */
  export const elements: Readonly<Record<string, string>>;
  /** The script for hosts. */
  export const loader: string;
}
