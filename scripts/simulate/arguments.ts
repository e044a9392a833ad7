import { scenarioFields } from '../../src/sim/index.ts';
import { didYouMean, nearest } from '../../src/text.ts';

export const formats = ['table', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

/** Tokens, characters per token, bytes per event: the words of --uniform, and how far each may go. */
const uniformParts = [
  { name: 'COUNT', min: 1, max: 100_000 },
  { name: 'CHARS', min: 0, max: 1_000 },
  { name: 'BYTES', min: 1, max: 1_048_576 },
] as const;
type Uniform = [count: number, chars: number, bytes: number];

export interface Request {
  help: boolean;
  format: Format;
  /** Equal tokens in place of a prepared text. */
  uniform: Uniform | undefined;
  /** As they were written: whether they make a scenario is for `parseScenario` to say. */
  settings: Record<string, string>;
}

/** Words that cannot be understood, each with what to write instead. */
export class Misuse extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * Reads the words of the command line. The last word on a subject counts.
 * @throws Misuse with all that is wrong with them
 */
export function readWords(words: readonly string[]): Request {
  const request: Request = { help: false, format: 'table', uniform: undefined, settings: {} };
  const faults: string[] = [];
  const rest = words[Symbol.iterator]();
  for (const word of rest) {
    const fault = word.startsWith('-')
      ? readOption(request, word, () => rest.next().value)
      : readSetting(request, word);
    if (fault) faults.push(fault);
  }
  if (faults.length > 0 && !request.help) throw new Misuse(faults);
  return request;
}

/** What was wrong, if anything. `next` takes the word after this one: both `--format csv` and `--format=csv` are read. */
function readOption(request: Request, word: string, next: () => string | undefined): string | null {
  const [, option = word, attached] = /^(--[^=]*)=(.*)$/s.exec(word) ?? [];
  if (option === '--help' || option === '-h') {
    request.help = true;
    return attached === undefined ? null : `${word}: ${option} takes no value`;
  }
  if (option !== '--format' && option !== '--uniform') {
    return `${option}: no such option.${didYouMean(option, ['--format', '--uniform', '--help'])}`;
  }
  const value = attached ?? next();
  if (option === '--uniform') return readUniform(request, value);
  const format = formats.find((each) => each === value);
  if (format) request.format = format;
  return format ? null : `--format${shown(value)}: the formats are ${formats.join(', ')}`;
}

function readUniform(request: Request, value: string | undefined): string | null {
  const numbers = value?.split(',') ?? [];
  const fits = uniformParts.every(({ min, max }, i) => {
    const text = numbers[i] ?? '';
    return /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max;
  });
  if (fits && numbers.length === uniformParts.length) {
    request.uniform = numbers.map(Number) as Uniform;
    return null;
  }
  const ranges = uniformParts.map(
    ({ name, min, max }) => `${name} ${min}–${max.toLocaleString('en')}`,
  );
  return (
    `--uniform${shown(value)}: three whole numbers without spaces, COUNT,CHARS,BYTES (${ranges.join(', ')});` +
    ' 300,4,120 is 300 tokens of 4 characters in events of 120 bytes'
  );
}

const shown = (value: string | undefined) => (value === undefined ? '' : ` “${value}”`);

function readSetting(request: Request, word: string): string | null {
  const at = word.indexOf('=');
  const key = at < 0 ? word : word.slice(0, at);
  const known = Object.hasOwn(scenarioFields, key);
  if (known && at >= 0) {
    request.settings[key] = word.slice(at + 1);
    return null;
  }
  if (known) return `${word}: a setting is written KEY=VALUE, for example ${example(key)}`;
  const names = Object.keys(scenarioFields);
  if (at >= 0) return `${key}: no such setting.${didYouMean(key, names)}`;
  return `“${word}” is neither an option nor KEY=VALUE. Did you mean ${example(nearest(key, names) ?? 'rate')}?`;
}

const example = (key: string) =>
  `${key}=${scenarioFields[key as keyof typeof scenarioFields].default ?? 100}`;
