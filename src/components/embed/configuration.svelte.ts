import { shortest } from '../../embed/snippets/query.ts';
import type { EmbedSpec } from '../../embed/snippets.ts';
import { tagOf } from '../../embed/addresses.ts';
import { parse, type Problem } from '../../sim/index.ts';
import { figures } from '../figures/registry.ts';
import { FigureState } from '../figures/shared/figure.svelte.ts';
import { toQuery } from '../figures/shared/settings.ts';
import { configurator, presetField, type OwnValues } from './settings.ts';

/** The hash of each file of this release, by name: "embed.js". */
export type Hashes = Readonly<Record<string, string>>;

/** What somebody has set up: which figure, how, and for where. */
export class Configuration {
  /** The configurator's own settings. */
  readonly own = new FigureState<OwnValues>(configurator);
  /** Every figure, as it was left: going back to one finds it set up. */
  private readonly states = new Map(figures.map((figure) => [figure.id, new FigureState(figure)]));
  /** What was wrong with the preset in the address. */
  private presetProblems: readonly Problem[] = $state.raw([]);
  readonly figure = $derived(this.states.get(this.own.values.figure)!);
  private readonly address = $derived(shortest(this.figure.definition, this.figure.values));

  /** Takes everything from an address's query; what cannot be used is named in `problems`. */
  read(search: string): void {
    this.own.load(search);
    const given = Object.fromEntries(new URLSearchParams(search));
    const { definition } = this.figure;
    const { values, problems } = parse<{ preset: string }>(
      { preset: presetField(definition) },
      given,
    );
    this.presetProblems = problems;
    const preset = definition.presets.find(({ id }) => id === values.preset);
    this.figure.preset({ ...preset?.settings, ...given });
  }

  /** The defaults plus what the preset says. */
  choose(settings: Readonly<Record<string, string>>): void {
    this.presetProblems = [];
    this.figure.preset(settings);
  }

  /** What `read` takes. */
  get search(): string {
    const own = new URLSearchParams(toQuery(configurator.settings, this.own.values));
    const { preset, query } = this.address;
    if (preset) own.set('preset', preset);
    return [own.toString(), query].filter(Boolean).join('&');
  }

  get problems(): readonly Problem[] {
    return [...this.own.problems, ...this.presetProblems, ...this.figure.problems];
  }

  /** The set-up for the snippets, with the height (px) that the frame has. */
  spec(origin: string, height: number, hashes: Hashes): EmbedSpec {
    const { definition } = this.figure;
    const { theme, release } = this.own.values;
    return {
      origin,
      figure: definition,
      ...this.address,
      theme: theme as EmbedSpec['theme'],
      height,
      pinned: release === 'pinned',
      integrity: hashes[`${tagOf(definition.id)}.js`]!,
      loaderIntegrity: hashes['embed.js']!,
    };
  }
}
