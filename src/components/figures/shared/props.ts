import type { ClockFactory } from '../../../playback/clock.ts';
import type { Player } from '../../../playback/player.svelte.ts';
import type { Ms } from '../../../sim/index.ts';
import type { FigureState, Given, Prepare } from './figure.svelte.ts';
import type { Table } from './table.ts';

/** A figure that runs, for whoever brought it to the page. */
export interface AwakeFigure {
  id: string;
  figure: FigureState;
  player: Player | undefined;
  /** Puts the figure to its first settings plus these (text form, as in the URL), and says so if nothing changes. */
  set(query: string): void;
  /** What came of the settings, for programs: plain JSON. */
  result(): unknown;
  /** The address of this very picture. */
  link(): string;
  /** Files. Empty until the figure's output is there, which on the site is when somebody asks for it. */
  svg(): string;
  csv(): string;
}

/** What a figure gives besides its picture. A reader's browser fetches it when it is first asked for. */
export interface Output<Scene> {
  tables(scene: Scene): readonly Table[];
  /** What is too long to stand there from the start. */
  allRows?(scene: Scene): Table;
  csv(scene: Scene): Pick<Table, 'columns' | 'rows'>;
  /** The picture at time `t` as an SVG document, in the colours that `root` has now. */
  svg(scene: Scene, t: Ms, root: Element): string;
}

/** What a page tells a figure; the same for every figure. */
export interface FigureProps {
  /** Its name on the page: the anchor, and what numbers in the prose refer to. */
  id: string;
  /** Settings to start with. */
  start?: Given;
  title?: string;
  /** Whether all settings are shown at once. */
  full?: boolean;
  /** The clock, fetched when the reader first plays. The default is a small one. */
  loadClock?: () => Promise<ClockFactory>;
  /** Brings what some settings need and others do not. Where nothing is said, all is there. */
  prepare?: Prepare;
  /** What its output.ts has, where it is to be there from the start: on servers, in embeds. Else it waits to be asked for. */
  output?: object | undefined;
  /** What does for real what it simulates, and keeps the page busy with it: for pages of ours. Waits to be asked for. */
  loadRun?: () => Promise<object>;
  /** The origin of our site, where the page is somebody else's: links lead there, and the figure says where it is from. */
  home?: string;
  /**
   * Told when the figure runs, and again, `resumed`, when it has failed and goes on from its last good settings. What it
   * returns is called when that is over.
   */
  onawake?: (figure: AwakeFigure, resumed?: boolean) => (() => void) | undefined;
}
