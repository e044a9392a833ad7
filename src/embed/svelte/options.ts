import type { FigureProps } from '../../components/figures/shared/props.ts';
import type { FigureEvents } from '../control.svelte.ts';

/** What any of the npm package's Svelte components takes besides its figure's settings. */
export interface FigureOptions {
  /** The id of the figure on the page. One is made up where none is given. */
  id?: string | undefined;
  title?: string | undefined;
  /** Whether all settings are shown at once. */
  full?: boolean | undefined;
  /** The origin of the site that its links lead to, where that is another copy of ours. */
  home?: FigureProps['home'];
  /** Told when the figure runs in the browser. What it returns is called when that is over. */
  onawake?: FigureProps['onawake'];
}

type Short<Name> = Name extends `ff-${infer Short}` ? Short : never;

/** `onchange` for `ff-change`, and so on: what the elements say as events, with the same details. */
export type Callbacks<Events = FigureEvents> = {
  [Name in keyof Events as `on${Short<Name>}`]?: ((detail: Events[Name]) => void) | undefined;
};
