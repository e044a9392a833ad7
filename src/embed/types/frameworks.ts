// Declarations of the elements for frameworks, each a file of its own: nobody needs the types of another framework.
// What they are made of is `Figures` in elements.d.ts, which elements.ts writes.

/** React 19 and later: a property where the element has one, and `onff-change` for the event `ff-change`. */
export const reactTypes = `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Figure, Figures, Listeners } from './elements.js';

type Element<Of extends Figure> = DetailedHTMLProps<HTMLAttributes<Of['element']>, Of['element']> &
  Of['settings'] &
  Listeners<Of['events']>;

type Elements = { [Tag in keyof Figures]: Element<Figures[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`;

/** Svelte 5, for the elements: the components need no such help. */
export const svelteTypes = `import type { HTMLAttributes } from 'svelte/elements';
import type { Figure, Figures, Listeners } from './elements.js';

type Element<Of extends Figure> = HTMLAttributes<Of['element']> &
  Of['settings'] &
  Listeners<Of['events']>;

type Elements = { [Tag in keyof Figures]: Element<Figures[Tag]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
`;

/**
 * Vue 3, as its guide does it for elements that are not made with Vue: templates are checked against `$props`.
 * @see https://vuejs.org/guide/extras/web-components.html#non-vue-web-components-and-typescript
 */
export const vueTypes = `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { EventMap, Figure, Figures } from './elements.js';

type Told<Map> = EmitFn<{ [Name in keyof Map]: (event: Map[Name]) => void }>;

type Element<Of extends Figure> = new () => Of['element'] & {
  $props: HTMLAttributes & PublicProps & Of['settings'];
  $emit: Told<EventMap<Of['events']>>;
};

type Elements = { [Tag in keyof Figures]: Element<Figures[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
`;
