import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding, moment } from '../../src/components/figures/latency-simulator/describe.ts';
import {
  box,
  chartOf,
  curve,
  curveLabels,
  scenarioOf,
  sceneOf,
  shownAt,
  type Scene,
} from '../../src/components/figures/latency-simulator/layout.ts';
import { lane, seenLane } from '../../src/components/figures/latency-simulator/lanes.ts';
import { picture } from '../../src/components/figures/latency-simulator/picture.ts';
import {
  latencySimulator,
  scenarios,
  type SimulatorValues,
} from '../../src/components/figures/latency-simulator/settings.ts';
import {
  measuresTable,
  momentsTable,
  scoreTable,
  tokensTable,
} from '../../src/components/figures/latency-simulator/tables.ts';
import { toCsv } from '../../src/components/figures/shared/table.ts';
import { fromQuery } from '../../src/components/figures/shared/settings.ts';
import { frameAt, metrics, simulate } from '../../src/sim/index.ts';

const scene = (query = ''): Scene =>
  sceneOf(fromQuery<SimulatorValues>(latencySimulator.settings, query).values);

const preset = (id: string): Scene => {
  const { settings } = latencySimulator.presets.find((p) => p.id === id)!;
  return scene(new URLSearchParams(settings).toString());
};

describe('the three panels', () => {
  test.each(['', 'cost=25&render=frame', 'proxy=bucket', 'group=4&jitter=0.7&stall=3&stallms=400'])(
    '“%s”: one wire, three pages, each what the simulator says',
    (query) => {
      const { panels, values } = scene(query);
      const rest = scenarioOf(values);
      for (const { trace, metrics: shown } of panels)
        expect(shown).toEqual(metrics(simulate({ ...rest, render: trace.scenario.render })));
      expect(panels.map((p) => p.trace.scenario.render)).toEqual(['sync', 'token', values.render]);
    },
  );

  test('show text that ends where the tokens end, and all of it at the end', () => {
    const { panels, text, n } = scene('response=japanese');
    for (const panel of panels) {
      expect(shownAt(panel, 0, text)).toBe('');
      expect(shownAt(panel, n, text)).toBe(text);
      expect(shownAt(panel, 7, text)).toBe(panel.trace.tokens.text.slice(0, 7).join(''));
    }
  });
});

describe('what each preset teaches holds in the numbers', () => {
  const scores = (s: Scene) => s.panels.map((p) => p.metrics.feelsFast!);

  test('default: streaming starts at once and ends with the plain call', () => {
    const { panels } = preset('default');
    expect(panels[1].metrics.firstPaint!).toBeLessThan(500);
    expect(panels[0].metrics.lastPaint! - panels[1].metrics.lastPaint!).toBeLessThan(50);
  });
  test('slow page: naive streaming stands still for longer and longer, once per frame loses nothing', () => {
    const [sync, token, frame] = scores(preset('slow-page'));
    expect(preset('slow-page').panels[1].metrics.longestPaintGap!).toBeGreaterThan(2_000);
    expect(token! - sync!).toBeLessThan((frame! - sync!) / 4);
    expect(scores(preset('default'))[1]! - frame!).toBeLessThan(2);
  });
  test('bucket: late and in lumps', () => {
    const { panels } = preset('bucket');
    expect(panels[1].metrics.firstPaint!).toBeGreaterThan(
      2 * preset('default').panels[1].metrics.firstPaint!,
    );
    expect(panels[1].metrics.longestPaintGap!).toBeGreaterThan(250);
  });
  test('hold: streaming starts only when the plain call is about to show everything', () => {
    const [sync, token] = preset('hold').panels.map((p) => p.metrics);
    const parsing = 0.1 * token!.events; // held events are parsed one after another
    expect(sync!.firstPaint! - token!.firstPaint!).toBeLessThan(parsing + 1000 / 60);
  });
  test('reasoning: the wait is before the first word, the rate after it is ordinary', () => {
    const { panels } = preset('reasoning');
    expect(panels[1].metrics.firstPaint!).toBeGreaterThan(10_000);
    expect(panels[1].metrics.gap!.mean).toBeCloseTo(1000 / 60, 0);
  });
  test('diffusion: the whole answer in about half a second', () => {
    expect(preset('diffusion').panels[1].metrics.total!).toBeLessThan(600);
  });
  test('one word: all at once in all three', () => {
    const { panels } = preset('one-word');
    expect(new Set(panels.map((p) => p.metrics.paints))).toEqual(new Set([1]));
  });
});

describe('words', () => {
  test.each([
    [
      '',
      /first words at 433 ms, the plain call everything at 5\.45 s \(feels-fast 73 against 15\)/,
    ],
    [
      'cost=25&render=frame',
      /freezes on the way \(29 against 15\).*25 ms.*every 17 ms.*busy, and stands still, for 2\.33 s at a stretch.*every frame, the longest pause is 33 ms/,
    ],
    ['cost=25&ttft=30000', /gains nothing over not streaming: each draw/],
    ['proxy=hold&cost=25', /below not streaming.*the proxy lets tokens go in lots/],
    ['charcost=1000', /below not streaming/],
    [
      'proxy=bucket',
      /917 ms in place of 433 ms, all of it comes in 9 lumps, and the score falls from 73 to 42/,
    ],
    ['proxy=hold', /holds everything to the end/],
    [
      'response=label',
      /With one token there is nothing to stream: .* within 17 ms of each other, at 433 ms/,
    ],
    ['hz=1&tokens=1', /at the same moment/],
    ['tokens=2', /With 2 tokens this close together there is nothing to stream/],
    ['response=reasoning&reasoning=3000', /3,000 hidden tokens come first/],
    ['reasoning=1', /1 hidden token comes first/],
    ['stall=5&stallms=2000', /stands still/],
  ])('“%s”: %s', (query, expected) => {
    expect(finding(scene(query))).toMatch(expected);
  });

  test.each(['proxy=bucket&bucket=1', 'proxy=bucket&weight=0&hz=1'])(
    '“%s”: a bucket that costs nothing is not blamed',
    (query) => expect(finding(scene(query))).not.toMatch(/bucket/),
  );

  test('what is said to score below does, whatever the setting', () => {
    const { settings } = latencySimulator;
    const number = (name: 'cost' | 'charcost' | 'rate' | 'jitter' | 'tokens' | 'reasoning') =>
      fc.constantFrom(...settings[name].stops.map(String));
    const any = fc.record({
      cost: number('cost'),
      charcost: number('charcost'),
      rate: number('rate'),
      jitter: number('jitter'),
      tokens: number('tokens'),
      reasoning: number('reasoning'),
      proxy: fc.constantFrom(...settings.proxy.values),
      render: fc.constantFrom(...settings.render.values),
    });
    fc.assert(
      fc.property(any, (given) => {
        const s = scene(new URLSearchParams(given).toString());
        const [sync, token] = s.panels.map((p) => p.metrics.feelsFast!);
        const text = `${finding(s)} ${moment(s, s.poster)}`;
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|\b1 tokens\b| 0 ms/);
        if (text.includes('below not streaming')) expect(token!).toBeLessThan(sync!);
        if (text.includes('freezes on the way')) expect(token!).toBeGreaterThan(sync!);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('say where each stands at a moment, from the frames', () => {
    const s = scene('cost=25&render=frame');
    expect(moment(s, 3000)).toBe(
      `At 3.00 s, sync has shown nothing yet, per token shows 92 of 302 tokens ` +
        `and every frame shows ${String(frameAt(s.panels[2].trace, 3000).dom)} of 302 tokens.`,
    );
    expect(moment(s, s.duration)).toContain('all 302 tokens');
  });

  test.each(Object.keys(scenarios))(
    'scenario %s gives a sentence without a broken number',
    (response) => {
      const query = new URLSearchParams({ response, ...scenarios[response] }).toString();
      expect(`${finding(scene(query))} ${moment(scene(query), 0)}`).not.toMatch(
        /NaN|undefined|null|Infinity/,
      );
    },
  );
});

describe('the chart', () => {
  /** The corners of a path of M, H and V as numbers. */
  function corners(d: string): [x: number, y: number][] {
    const points: [number, number][] = [];
    for (const [, command, a, b] of d.matchAll(/([MHV])(-?[\d.]+)(?:,(-?[\d.]+))?/g)) {
      const [x, y] = points.at(-1) ?? [0, 0];
      if (command === 'M') points.push([Number(a), Number(b)]);
      else points.push(command === 'H' ? [Number(a), y] : [x, Number(a)]);
    }
    return points;
  }

  test.each(['', 'proxy=bucket', 'cost=25', 'rate=2000&response=long', 'response=label'])(
    '“%s”: curves stay in the box, go from nothing to all, and never back',
    (query) => {
      const s = scene(query);
      for (const panel of s.panels) {
        const points = corners(curve(panel, chartOf(s), s.duration));
        expect(points[0]).toEqual([0, box.height]);
        expect(points.at(-1)).toEqual([box.width, 0]);
        for (const [i, [x, y]] of points.entries()) {
          expect(x).toBeGreaterThanOrEqual(points[i - 1]?.[0] ?? 0);
          expect(y).toBeLessThanOrEqual(points[i - 1]?.[1] ?? box.height);
        }
      }
    },
  );

  test('lanes mark the frozen stretches that the score counts', () => {
    for (const panel of scene('proxy=bucket').panels) {
      const frozen = lane(panel).filter(({ kind }) => kind === 'frozen');
      const sum = frozen.reduce((total, { from, to }) => total + to - from, 0);
      expect(sum).toBeCloseTo(panel.metrics.frozen, 6);
    }
  });

  test.each([
    { name: 'wide ones all', query: 'proxy=bucket', over: 8, seen: 8 },
    { name: 'a thousand hairlines not', query: 'response=long&rate=2', over: 1175, seen: 0 },
    { name: 'hairlines in a hollow', query: 'cost=55&rate=1&tokens=40', over: 79, seen: 79 },
    {
      name: 'hairlines before the first paint',
      query: 'cost=60&rate=1&tokens=1',
      over: 1,
      seen: 1,
    },
  ])('of the stretches over a lane, $name are drawn', ({ query, over, seen }) => {
    const s = scene(query);
    const { 1: panel } = s.panels;
    expect(lane(panel).length - 2).toBe(over);
    expect(seenLane(panel, chartOf(s)).length - 2).toBe(seen);
  });

  test.each([
    { query: '', sync: 0, token: 50 },
    { query: 'cost=25&render=frame', sync: 0, token: 0 },
    { query: 'response=label', sync: 1, token: 1 },
    { query: 'response=label&render=frame', sync: 1, token: 1 },
    { query: 'proxy=hold', sync: 0, token: 0 },
    { query: 'response=reasoning&reasoning=2000', sync: 0, token: 50 },
  ])('“$query”: the poster is a telling moment', ({ query, sync, token }) => {
    const s = scene(query);
    const shown = s.panels.map((p) => frameAt(p.trace, s.poster).dom);
    expect(shown[0]).toBe(sync);
    expect(shown[1]).toBeGreaterThanOrEqual(token);
  });

  test('labels of curves stand at heights of their own', () => {
    for (const { settings } of latencySimulator.presets) {
      const s = scene(new URLSearchParams(settings).toString());
      const labels = curveLabels(s, chartOf(s));
      expect(labels.flatMap((l) => l.panels)).toHaveLength(3);
      for (const [i, { y }] of labels.entries())
        if (i > 0 && s.n > 10) expect(y - labels[i - 1]!.y).toBeGreaterThan(box.height / 6);
    }
  });

  test('a scene that takes no time is still a scene', () => {
    const s = scene('response=label&ttft=0&framing=0&latency=0&parse=0');
    expect(s.duration).toBeGreaterThan(0);
    expect(chartOf(s).ticks.length).toBeGreaterThan(1);
  });

  test('the longest scene there is has a moment that its link can say', () => {
    const query = 'response=long&rate=1&reasoning=20000&stall=50&stallms=10000&ttft=60000';
    const end = scene(query).duration;
    const { problems } = fromQuery(latencySimulator.settings, `${query}&t=${end}`);
    expect(problems).toEqual([]);
  });

  test('the scrubber reaches the last paint in whole steps', () => {
    for (const query of ['', 'response=label', 'response=long&rate=7', 'rate=2000&ttft=0']) {
      const s = scene(query);
      expect(s.duration % s.step).toBeCloseTo(0, 6);
      expect(s.duration).toBeGreaterThanOrEqual(s.events.at(-1)!);
    }
  });
});

describe('numbers to take away', () => {
  test('tables have a cell in every column', () => {
    const s = scene('proxy=bucket&weight=3');
    for (const table of [measuresTable(s), momentsTable(s), scoreTable(s)])
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  test('a dozen moments, the last of which shows everything', () => {
    const { rows } = momentsTable(scene());
    expect(rows).toHaveLength(12);
    expect(rows.at(-1)!.slice(1)).toEqual(['302', '302', '302']);
  });

  test('the score table adds up to the score', () => {
    const s = scene('proxy=bucket');
    const last = scoreTable(s).rows.at(-1)!.slice(1).map(Number);
    expect(last).toEqual(s.panels.map((p) => Number(p.metrics.feelsFast!.toFixed(1))));
  });

  test('CSV: one line per token, quoted where it must be', () => {
    const lines = toCsv(tokensTable(scene('response=extract'))).split('\r\n');
    expect(lines[0]).toMatch(/^token,text,model,server,proxy,browser,/);
    expect(lines[1]).toMatch(/^1,/);
    expect(toCsv({ columns: ['a'], rows: [['say "x", y'], ['two\nlines']] })).toBe(
      'a\r\n"say ""x"", y"\r\n"two\nlines"\r\n',
    );
  });

  test('SVG: every tag is closed, nothing is broken, and text is escaped', () => {
    const colours = {
      raised: '#fff',
      sunk: '#eee',
      ink: '#000',
      soft: '#555',
      line: '#ccc',
      hair: '#ddd',
      sync: '#111',
      token: '#c00',
      third: '#080',
    };
    const svg = picture(scene('response=extract'), 900, colours);
    const open: string[] = [];
    for (const [, close, name, selfClosed] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!selfClosed) open.push(name!);
    }
    expect(open).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).toContain('first paint');
  });
});
