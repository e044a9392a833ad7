import { parse, type Ms, type Problem, type Value } from '../../../sim/index.ts';
import { fromQuery, toQuery, type FigureDefinition } from './settings.ts';

/** Settings as a query string, or as values of any kind by name. */
export type Given = string | Readonly<Record<string, unknown>>;

/** A figure's settings, as the reader has them now, and what was wrong with those that were refused. */
export class FigureState<
  V extends Readonly<Record<string, Value>> = Readonly<Record<string, Value>>,
> {
  values: V = $state.raw()!;
  problems: readonly Problem[] = $state.raw([]);
  /** Where the author of the page starts the figure; links from the prose and from the address come back here. */
  private readonly initial: V;
  readonly definition: FigureDefinition;

  constructor(definition: FigureDefinition, start: Given = '') {
    this.definition = definition;
    const { values, problems } =
      typeof start === 'string'
        ? fromQuery<V>(definition.settings, start)
        : parse<V>(definition.settings, start);
    this.values = this.initial = values;
    this.problems = problems;
  }

  /** Changes some settings, given as text or values. What cannot be used is named and left as it was. */
  set(given: Readonly<Record<string, unknown>>): void {
    const { values, problems } = parse<V>(this.definition.settings, given, this.values);
    this.values = values;
    this.report(Object.keys(given), problems);
  }

  /** What is wrong with these fields now. */
  report(fields: readonly string[], problems: readonly Problem[]): void {
    this.problems = [...this.problems.filter(({ field }) => !fields.includes(field)), ...problems];
  }

  /** The first settings plus those of a query string. */
  load(query: string): void {
    const { values, problems } = fromQuery<V>(this.definition.settings, query, this.initial);
    this.values = values;
    this.problems = problems;
  }

  /** The defaults plus these: what a preset means. Where the playhead goes is for the caller. */
  preset(settings: Readonly<Record<string, string>>): void {
    const { values, problems } = parse<V>(this.definition.settings, settings);
    this.values = values;
    this.problems = problems;
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
