import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { Metrics, Problem, Scenario } from '../../src/sim/index.ts';
import {
  metrics,
  scenario,
  scenarioFields,
  simulate,
  tokenTimes,
  uniform,
} from '../../src/sim/index.ts';
import { run } from '../../scripts/simulate/run.ts';

// Starting a process can take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('../../scripts/simulate.ts', import.meta.url));

/** As a shell runs it. */
function command(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

interface Json {
  scenario: Scenario;
  problems: Problem[];
  times: Record<'model' | 'server' | 'proxy' | 'browser' | 'dom', number[]>;
  paints: number[];
  busy: [number, number][];
  metrics: Metrics;
}
const json = (...words: string[]) => JSON.parse(run([...words, '--format=json']).output) as Json;

describe('as a command', () => {
  it('prints a table, and nothing on stderr', () => {
    const { status, stdout, stderr } = command();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('every setting at its default');
    expect(stdout).toMatch(/^feels-fast +[\d.]+ {2}of 100$/m);
  });

  it('prints JSON that holds the whole trace', () => {
    const { status, stdout } = command(
      'proxy=bucket',
      '--format',
      'json',
      '--uniform',
      '300,4,120',
    );
    const { times, paints, metrics: measures } = JSON.parse(stdout) as Json;
    expect(status).toBe(0);
    expect(times.browser[0]).toBe(953.633);
    expect(times.dom).toHaveLength(300);
    expect(paints).toHaveLength(9);
    expect(measures.feelsFast).toBeCloseTo(42.27, 2);
  });

  it('a bad value: the result with the default, named on stderr, and exit code 2', () => {
    const { status, stdout, stderr } = command('rate=fast', 'hz=30', '--format=json');
    const message = 'rate: “fast” is not a number (allowed: 1–2,000 tokens/s); using 60';
    const { scenario: s, problems } = JSON.parse(stdout) as Json;
    expect(status).toBe(2);
    expect(stderr).toBe(`${message}\n`);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(s).toEqual(scenario({ hz: 30 }));
  });

  it('bad use: nothing on stdout, help on stderr, and exit code 2', () => {
    const { status, stdout, stderr } = command('rte=60');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('rte: no such setting. Did you mean "rate"?');
    expect(stderr).toContain('--help');
  });

  it('a reader who has seen enough gets no stack trace', async () => {
    const child = spawn(process.execPath, [script, '--uniform', '100000,4,120', '--format', 'csv']);
    const stderr: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr: stderr.join('') }).toEqual({ code: 0, stderr: '' });
  });
});

describe('help', () => {
  const { output, errors, exitCode } = run(['--help']);
  it('is no error', () => expect({ errors, exitCode }).toEqual({ errors: [], exitCode: 0 }));
  it.each([['-h'], ['rate=60', '--help'], ['--help', 'nonsense'], ['--nonsense', '-h']])(
    'is shown for %s %s',
    (...words) => expect(run(words.filter(Boolean)).output).toBe(output),
  );
  it.each(Object.entries(scenarioFields))(
    'names %s with default, unit and range',
    (name, field) => {
      const line = output.split('\n').find((each) => each.startsWith(`  ${name} `))!;
      expect(line).toContain(` ${field.default ?? 'all'} `);
      if (field.kind === 'number') {
        expect(line).toContain(
          `${field.min.toLocaleString('en')}–${field.max.toLocaleString('en')}`,
        );
        expect(line).toContain(field.unit);
      } else {
        for (const value of field.values) expect(line).toContain(value);
      }
    },
  );
  it('its examples work', () => {
    const examples = [...output.matchAll(/^ {2}npm run -s simulate(?: --)?(.*)$/gm)].slice(1);
    expect(examples.length).toBeGreaterThan(3);
    for (const [, words] of examples) {
      const used = words!.replace(/ > .*/, '').split(' ').filter(Boolean);
      expect(run(used), words).toMatchObject({ errors: [], exitCode: 0 });
    }
  });
});

describe('JSON', () => {
  it('has all that the trace has', () => {
    const part = { render: 'token-yield', cost: 40, group: 3, tokens: 20 } as const;
    const trace = simulate(part);
    const words = Object.entries(part).map(([key, value]) => `${key}=${value}`);
    expect(json(...words)).toEqual({
      scenario: trace.scenario,
      problems: [],
      times: {
        model: [...trace.model],
        server: [...tokenTimes(trace, 'server')],
        proxy: [...tokenTimes(trace, 'proxy')],
        browser: [...tokenTimes(trace, 'browser')],
        dom: [...trace.dom],
      },
      paints: [...trace.paints],
      busy: Array.from({ length: trace.busy.length / 2 }, (_, i) => [
        trace.busy[2 * i],
        trace.busy[2 * i + 1],
      ]),
      metrics: metrics(trace),
    });
  });

  it('says null where nothing is defined', () => {
    expect(json('response=label').metrics).toMatchObject({ gap: null, paintGap: null });
  });

  it.each([
    { name: 'the whole of it', given: '300,4,120', expect: [300, 4, 120] },
    { name: 'the smallest', given: '1,0,1', expect: [1, 0, 1] },
    { name: 'the largest event', given: '2,1000,1048576', expect: [2, 1_000, 1_048_576] },
  ] as const)('uniform tokens: $name', ({ given, expect: [count, chars, bytes] }) => {
    const { times, metrics: measures } = json('--uniform', given);
    expect(measures).toEqual(metrics(simulate({}, uniform(count, chars, bytes))));
    expect(times.model).toHaveLength(count);
  });
});

describe('CSV', () => {
  const rows = (...words: string[]) => run([...words, '--format', 'csv']).output;

  it('one row per token, under a head', () =>
    expect(rows('tokens=2', '--uniform', '9,4,120')).toBe(
      'index,text,chars,model,server,proxy,browser,dom\n' +
        '0,"xxxx",4,400,400.2,400.2,420.3,433.333\n' +
        '1,"xxxx",4,416.667,416.867,416.867,436.967,450\n',
    ));

  it('quotes and line ends in a text stay one field', () => {
    const text = rows('response=extract', 'tokens=5');
    expect(text).toContain('"{\n"');
    // Read back as RFC 4180 has it, the texts are those of the tokens.
    const fields = [...text.matchAll(/^\d+,"((?:[^"]|"")*)",/gm)].map(([, field]) =>
      field!.replaceAll('""', '"'),
    );
    expect(fields).toEqual(simulate({ response: 'extract', tokens: 5 }).tokens.text.slice(0, 5));
  });
});

describe('table', () => {
  it('names the settings that differ, and the times at each hop', () => {
    const { output } = run(['proxy=bucket', '--uniform', '300,4,120']);
    expect(output).toContain('\nproxy=bucket\n');
    expect(output).toMatch(/^ms +model +server +proxy +browser +dom$/m);
    expect(output).toMatch(/^first token +400\.000 +400\.200 +933\.533 +953\.633 +966\.667$/m);
    expect(output).toMatch(/^last paint +5416\.667 {2}ms$/m);
    expect(output).toMatch(/^paints +9$/m);
  });
  it('a dash where nothing is defined', () =>
    expect(run(['response=label']).output).toMatch(/^gap between tokens, mean +– {2}ms$/m));
  it('is the default format', () => expect(run(['--format', 'table'])).toEqual(run([])));
});

describe('words that make no sense', () => {
  const cases: { name: string; given: string[]; expect: string }[] = [
    {
      name: 'an unknown option',
      given: ['--fromat', 'json'],
      expect: '--fromat: no such option. Did you mean "--format"?',
    },
    { name: 'an unknown short option', given: ['-x'], expect: '-x: no such option' },
    {
      name: 'an unknown format',
      given: ['--format', 'xml'],
      expect: '--format “xml”: the formats are table, json, csv',
    },
    {
      name: 'an unknown format, attached',
      given: ['--format=xml'],
      expect: '--format “xml”: the formats are table, json, csv',
    },
    { name: 'no format', given: ['--format'], expect: '--format: the formats are' },
    { name: 'an empty format', given: ['--format='], expect: '--format “”: the formats are' },
    {
      name: 'a word without =',
      given: ['fast'],
      expect: '“fast” is neither an option nor KEY=VALUE',
    },
    { name: 'an empty word', given: [''], expect: '“” is neither an option nor KEY=VALUE' },
    {
      name: 'a key without a value',
      given: ['rate'],
      expect: 'rate: a setting is written KEY=VALUE, for example rate=60',
    },
    { name: 'a key that has no default', given: ['tokens'], expect: 'for example tokens=100' },
    {
      name: 'an unknown key',
      given: ['buckt=4096'],
      expect: 'buckt: no such setting. Did you mean "bucket"?',
    },
    {
      name: 'the wrong case',
      given: ['RATE=5'],
      expect: 'RATE: no such setting. Did you mean "rate"?',
    },
    {
      name: 'a key that every object has',
      given: ['constructor=5'],
      expect: 'constructor: no such setting',
    },
    { name: 'the prototype', given: ['__proto__=5'], expect: '__proto__: no such setting' },
    { name: 'no uniform', given: ['--uniform'], expect: '--uniform: three whole numbers' },
    ...[
      '',
      '300',
      '300,4',
      '300,4,120,5',
      '300;4;120',
      '0,4,120',
      '300,-1,120',
      '300,4,0',
      '3e2,4,120',
      '1.5,4,120',
      '300, 4, 120',
      'a,b,c',
      ',,',
      '100001,4,120',
      '300,1001,120',
      '300,4,1048577',
      '99999999999999999999,4,120',
    ].map((value) => ({
      name: `uniform ${value}`,
      given: ['--uniform', value],
      expect: `--uniform “${value}”: three whole numbers`,
    })),
  ];
  it.each(cases)('$name', ({ given, expect: message }) => {
    const { output, errors, exitCode } = run([...given]);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 2 });
    expect(errors[0]).toContain(message);
    expect(errors.at(-1)).toContain('--help');
  });

  it('all of them are named', () => {
    const { errors } = run(['rte=5', 'rate=5', '--uniform', 'x', 'fast']);
    expect(errors).toHaveLength(4);
  });
});

describe('values', () => {
  it('several bad ones are all named, and the good ones kept', () => {
    const { errors, exitCode, output } = run([
      'rate=0',
      'proxy=nginx',
      'hz=30',
      '--format',
      'json',
    ]);
    expect(errors.map((error) => error.split(':')[0])).toEqual(['rate', 'proxy']);
    expect(exitCode).toBe(2);
    expect((JSON.parse(output) as Json).scenario).toEqual(scenario({ hz: 30 }));
  });
  it('the last word on a setting counts', () =>
    expect(json('rate=30', 'rate=90').scenario.rate).toBe(90));
  it('all tokens', () => expect(json('tokens=all').scenario.tokens).toBeNull());
  it('a value may hold an equals sign', () =>
    expect(run(['rate=5=6']).errors).toEqual([
      'rate: “5=6” is not a number (allowed: 1–2,000 tokens/s); using 60',
    ]));
  it('an empty value is a bad one', () => expect(run(['rate=']).exitCode).toBe(2));
});
