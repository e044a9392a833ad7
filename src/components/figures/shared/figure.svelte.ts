import { parse, type Ms, type Problem, type Value } from '../../../sim/index.ts';
import { fromQuery, toQuery, type FigureDefinition } from './settings.ts';

/** Settings as a query string, or as values of any kind by name. */
export type Given = string | Readonly<Record<string, unknown>>;

/**
 * Brings what settings need to be drawn: nothing if all is there, else a promise of what was wrong if it did not come.
 */
export type Prepare = (
  values: Readonly<Record<string, Value>>,
) => Promise<Problem | undefined> | undefined;

/** A figure's settings, as the reader has them now, and what was wrong with those that were refused. */
export class FigureState<
  V extends Readonly<Record<string, Value>> = Readonly<Record<string, Value>>,
> {
  /** What there is to see. */
  values: V = $state.raw()!;
  /** What was asked for last: `values` as soon as all that it needs has come. Controls show it. */
  wanted: V = $state.raw()!;
  problems: readonly Problem[] = $state.raw([]);
  /** Where the author of the page starts the figure; links from the prose and from the address come back here. */
  private readonly initial: V;
  readonly definition: FigureDefinition;
  private readonly prepare: Prepare | undefined;

  constructor(definition: FigureDefinition, start: Given = '', prepare?: Prepare) {
    this.definition = definition;
    this.prepare = prepare;
    const { values, problems } =
      typeof start === 'string'
        ? fromQuery<V>(definition.settings, start)
        : parse<V>(definition.settings, start);
    this.values = this.wanted = this.initial = values;
    this.problems = problems;
  }

  /** Changes some settings, given as text or values. What cannot be used is named and left as it was. */
  set(given: Readonly<Record<string, unknown>>): void {
    const { values, problems } = parse<V>(this.definition.settings, given, this.wanted);
    this.want(values, () => this.report(Object.keys(given), problems));
  }

  /** What is wrong with these fields now. */
  report(fields: readonly string[], problems: readonly Problem[]): void {
    this.problems = [...this.problems.filter(({ field }) => !fields.includes(field)), ...problems];
  }

  /** The first settings plus those of a query string, and what is to be done then. */
  load(query: string, then?: () => void): void {
    const { values, problems } = fromQuery<V>(this.definition.settings, query, this.initial);
    this.want(values, () => {
      this.problems = problems;
      then?.();
    });
  }

  /** The defaults plus these: what a preset means. Where the playhead goes is for the caller to say. */
  preset(settings: Readonly<Record<string, string>>, then?: () => void): void {
    const { values, problems } = parse<V>(this.definition.settings, settings);
    this.want(values, () => {
      this.problems = problems;
      then?.();
    });
  }

  /** Takes these, or what is asked for meanwhile, once all is there; the former ones if it does not come. */
  private want(values: V, then: () => void): void {
    // What is there already stays the same object, so that nothing is simulated or drawn anew.
    if (Object.keys(values).every((name) => values[name] === this.values[name]))
      values = this.values;
    this.wanted = values;
    const take = (problem?: Problem) => {
      if (this.wanted !== values) return;
      if (problem) {
        this.wanted = this.values;
        this.report([problem.field], [problem]);
      } else {
        this.values = values;
        then();
      }
    };
    const coming = this.prepare?.(values);
    if (coming) void coming.then(take);
    else take();
  }

  /** The settings as a query string, at the moment `t` where one is given. */
  query(t: Ms | null = null): string {
    return toQuery(this.definition.settings, { ...this.values, t });
  }

  /** Whether there is to see exactly what the defaults plus these show, wherever the reader looks. */
  matches(settings: Readonly<Record<string, string>>): boolean {
    const { values } = parse<V>(this.definition.settings, settings);
    return Object.entries(this.definition.settings).every(
      ([key, { group }]) => group === 'view' || values[key] === this.values[key],
    );
  }
}
