import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { finding, moment } from '../../src/components/figures/token-flow/describe.ts';
import { feet } from '../../src/components/figures/token-flow/feet.ts';
import { barOf } from '../../src/components/figures/token-flow/bar.ts';
import {
  inFlight,
  momentAt,
  onChip,
  shareOf,
  travellersOf,
} from '../../src/components/figures/token-flow/layout.ts';
import { lapAt, marksOf } from '../../src/components/figures/token-flow/marks.ts';
import { brickPath, vesselOf } from '../../src/components/figures/token-flow/vessel.ts';
import { poster, type PictureColours } from '../../src/components/figures/token-flow/picture.ts';
import { sceneOf, type Scene } from '../../src/components/figures/token-flow/scene.ts';
import { tokenFlow, type FlowValues } from '../../src/components/figures/token-flow/settings.ts';
import { tokensCsv, wayTable } from '../../src/components/figures/token-flow/tables.ts';
import { fromQuery } from '../../src/components/figures/shared/settings.ts';
import { frameAt, roundMs } from '../../src/sim/index.ts';
import { settings as anySettings } from '../sim/arbitraries.ts';

const sceneFor = (query = ''): Scene =>
  sceneOf(fromQuery<FlowValues>(tokenFlow.settings, query).values);

const preset = (id: string): Scene => {
  const { settings } = tokenFlow.presets.find((p) => p.id === id)!;
  return sceneFor(new URLSearchParams(settings).toString());
};

/** A scene of any scenario, some token of it, and a moment of it. */
const anyMoment = fc
  .tuple(anySettings, fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([settings, follow, share]) => {
    const { values } = fromQuery<FlowValues>(tokenFlow.settings, '');
    const scene = sceneOf({ ...values, ...settings, follow });
    return { scene, t: scene.duration * share };
  });

const holdsFor = (law: (given: { scene: Scene; t: number }) => void) =>
  fc.assert(fc.property(anyMoment, law), { numRuns: 300 });

describe('the way of a token', () => {
  it('begins with the request, ends with the paint, and leaves no time out', () =>
    holdsFor(({ scene: { way, trace, followed } }) => {
      expect(way[0]!.from).toBe(0);
      way.forEach(({ from, to }, i) => {
        expect(to).toBeGreaterThanOrEqual(from);
        if (i > 0) expect(from).toBe(way[i - 1]!.to);
      });
      expect(way.at(-1)!.to).toBe(trace.dom[followed]);
    }));

  it('follows the last token when there are fewer than asked for', () =>
    expect(sceneFor('tokens=5&follow=60').followed).toBe(4));

  it.each([
    { query: '', spent: [583.333, 0.2, 0, 20, 0.1, 13.034] },
    { query: 'proxy=bucket&follow=13', spent: [600, 0.2, 283.333, 20, 1.3, 11.834] },
    { query: 'group=4&follow=13', spent: [600, 50.2, 0, 20, 0.1, 13.033] },
    { query: 'parse=30&follow=90', spent: [1883.333, 0.2, 0, 20, 1216.667, 13.133] },
  ])('“$query”: as the simulator says', ({ query, spent }) => {
    const times = sceneFor(query).way.map(({ from, to }) => Number((to - from).toFixed(3)));
    expect(times).toEqual(spent);
  });
});

describe('at any moment', () => {
  it('everything on a link is at a share of its way, in the order it was sent', () =>
    holdsFor(({ scene, t }) => {
      const all = travellersOf(scene, momentAt(scene, t));
      for (const travellers of all)
        for (const traveller of travellers) {
          const { token, many } = traveller;
          expect(shareOf(traveller, t)).toBeGreaterThanOrEqual(0);
          expect(shareOf(traveller, t)).toBeLessThanOrEqual(1);
          expect(token).toBeGreaterThanOrEqual(0);
          expect(token).toBeLessThan(scene.trace.n);
          expect(many).toBeGreaterThan(0);
        }
      const shares = all[2]!.map((traveller) => shareOf(traveller, t));
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    }));

  it('on the network every event has a mark where it is, and there is a mark for nothing else', () =>
    holdsFor(({ scene, t }) => {
      const { latency } = scene.trace.scenario;
      const { lap, passed } = lapAt(scene, t);
      const shown = marksOf(scene, lap).map((place) => place + passed);
      const there = Array.from(scene.trace.proxy, (sent) => (t - sent) / latency);
      const near = (places: number[], place: number) =>
        places.some((other) => Math.abs(other - place) <= 1 / 240 + 1e-9);
      expect(passed).toBeGreaterThanOrEqual(0);
      expect(passed).toBeLessThan(1);
      expect(shown.length).toBeLessThanOrEqual(241);
      if (latency === 0) {
        expect(shown).toEqual([]);
        return;
      }
      for (const place of shown) expect(near(there, place)).toBe(true);
      for (const place of there) if (place >= 0 && place < 1) expect(near(shown, place)).toBe(true);
    }));

  it('marks are the same for a whole lap: only what share of it has passed changes', () => {
    const scene = sceneFor('latency=500&rate=200');
    const [a, b] = [lapAt(scene, 1500), lapAt(scene, 1750)];
    expect([a, b]).toEqual([
      { lap: 3, passed: 0 },
      { lap: 3, passed: 0.5 },
    ]);
  });

  it('every event is in one place: before the proxy’s end, on the network, or at the browser', () =>
    holdsFor(({ scene, t }) => {
      const { released, received, framed, frame } = momentAt(scene, t);
      expect(received).toBeLessThanOrEqual(released);
      expect(released + frame.held.events).toBe(framed);
    }));

  it('the vessel’s bricks are its bytes, from the bottom row by row', () =>
    holdsFor(({ scene, t }) => {
      const frame = frameAt(scene.trace, t);
      const vessel = vesselOf(scene, frame);
      if (!vessel) return;
      const runs = vessel.bricks.flatMap((brick) => brick.runs);
      const bytes = runs.reduce((sum, [from, to]) => sum + (to - from), 0);
      const inRow = vessel.size / vessel.rows;
      if (frame.held.events > 0) expect((bytes / 100) * inRow).toBeCloseTo(vessel.level, 3);
      for (const [from, to, row] of runs) {
        expect(from).toBeGreaterThanOrEqual(-1e-6);
        expect(to).toBeLessThanOrEqual(100 + 1e-6);
        expect(row).toBeLessThan(vessel.rows);
      }
      expect(brickPath(vessel.bricks, vessel.rows)).not.toMatch(/NaN|undefined/);
    }));

  it('the bar’s parts lie side by side within it', () =>
    holdsFor(({ scene }) => {
      const { segments } = barOf(scene);
      segments.forEach(({ from, to }, i) => {
        expect(to).toBeLessThanOrEqual(1);
        expect(from).toBe(i === 0 ? 0 : segments[i - 1]!.to);
      });
    }));

  it('what it says holds no broken number, and is the same whatever was asked before', () =>
    holdsFor(({ scene, t }) => {
      const says = () =>
        [finding(scene), moment(scene, t), ...Object.values(feet(scene, momentAt(scene, t)))].join(
          '\n',
        );
      const once = says();
      momentAt(scene, t / 2);
      expect(says()).toBe(once);
      expect(once).not.toMatch(/NaN|undefined|Infinity|null|-\d/);
    }));
});

describe('what it says at the edges', () => {
  it.each([
    { query: 'render=sync', says: /^The page draws once, at the end: .* is parsed 4\.85 s before/ },
    { query: 'framing=100', says: /queue at the server/ },
    { query: 'response=label&proxy=hold', says: /^Once decoded/ },
    { query: 'group=4&response=label', says: /^Once decoded/ },
    { query: 'rate=60&parse=41.7&follow=1', says: /, and token 1, “The”, 0 ms\.$/ },
    { query: 'cost=300', says: /the whole answer takes 18 paints/ },
  ])('“$query”: $says', ({ query, says }) => expect(finding(sceneFor(query))).toMatch(says));

  it('the last event shows the tokens that were sent, and no more', () => {
    const scene = sceneFor('tokens=10&group=4');
    expect(scene.pieces).toHaveLength(10);
    expect(scene.pieces.slice(8).join('')).toBe(' between your');
  });

  it('nothing takes no time at all, and even that has a length', () => {
    const scene = sceneFor('ttft=0&tokens=1&latency=0&framing=0&parse=0&follow=1');
    expect(scene.duration).toBeGreaterThan(0);
    expect(barOf(scene).segments.every(({ from, to }) => from === 0 && to === 0)).toBe(true);
  });

  it.each(['rate=61&latency=33.3&response=long', 'rate=2000&latency=4999.7&jitter=2'])(
    '“%s”: at the moment an event arrives it is no longer on the way',
    (query) => {
      const scene = sceneFor(query);
      const { proxy, scenario } = scene.trace;
      for (let k = 0; k < proxy.length; k++) {
        const { received, parsed } = momentAt(scene, roundMs(proxy[k]! + scenario.latency));
        expect(received).toBeGreaterThan(k);
        expect(received).toBeGreaterThanOrEqual(parsed);
      }
    },
  );
});

describe('scenes', () => {
  it.each([
    { id: 'all-clear', at: 'network', says: /33 ms later: 20 ms of that in the network/ },
    { id: 'nginx-http-1-0', at: 'chunk', says: /first words show at 917 ms in place of 433 ms/ },
    { id: 'compressed', at: 'chunk', says: /lets nothing go before the last event is in: all 302/ },
    { id: 'slow-parse', at: 'parse', says: /they queue in the browser/ },
    {
      id: 'overloaded',
      at: 'paint',
      says: /works for 2\.33 s at a stretch.*the whole answer takes 13 paints/,
    },
    { id: 'grouped', at: 'frame', says: /76 events in place of 302, and \d\d % fewer bytes/ },
  ])(
    '$id: its poster shows the token where it spends its time, and says so',
    ({ id, at, says }) => {
      const scene = preset(id);
      expect(momentAt(scene, scene.poster).at).toBe(at);
      expect(finding(scene)).toMatch(says);
    },
  );

  it('a vessel that holds the same is the same object, so that nothing is drawn anew', () => {
    const scene = preset('nginx-http-1-0');
    const at = (t: number) => vesselOf(scene, frameAt(scene.trace, t));
    expect(at(505)).toBe(at(510));
    expect(at(600)).not.toBe(at(510));
    expect(at(505)).toEqual(vesselOf({ ...scene }, frameAt(scene.trace, 505)));
  });

  it('a full bucket goes at once, and its events travel side by side', () => {
    const scene = preset('nginx-http-1-0');
    const released = scene.way.find(({ id }) => id === 'chunk')!.to;
    const before = vesselOf(scene, frameAt(scene.trace, released - 0.01))!;
    expect(before.size).toBe(4096 - 165);
    expect(before.level / before.size).toBeGreaterThan(0.9);
    const now = momentAt(scene, released + 1);
    const named = inFlight(scene, now.received, now.released);
    expect(named).toHaveLength(1);
    expect(named[0]!.many).toBe(now.released - now.received);
    expect(named[0]!.many).toBeGreaterThan(20);
  });

  it('hundreds in flight are named by a few, and none is lost', () => {
    const scene = sceneFor('latency=2000&rate=200&response=long');
    const { received, released } = momentAt(scene, 2_900);
    expect(released - received).toBeGreaterThan(300);
    expect(inFlight(scene, received, released).length).toBeLessThanOrEqual(3);
    expect(marksOf(scene, lapAt(scene, 2_900).lap).length).toBeGreaterThan(100);
  });
});

test.each([
  [' full', '·full'],
  ['\n\n', '⏎⏎'],
  ['', '◌'],
  ['食', '食'],
])('a chip says %j as %s', (text, chip) => expect(onChip(text)).toBe(chip));

test('tables: the way adds up, and every token has a line in the CSV', () => {
  const scene = sceneFor('tokens=40');
  expect(wayTable(scene).rows.map(([name]) => name)).toEqual([
    'decode',
    'SSE frame',
    'chunked HTTP',
    'network',
    'parse event',
    'paint',
  ]);
  const { columns, rows } = tokensCsv(scene);
  expect(rows).toHaveLength(40);
  expect(rows[11]).toEqual([
    '12',
    ' and',
    '12',
    '583.333',
    '583.533',
    '583.533',
    '603.633',
    '616.667',
  ]);
  expect(columns).toHaveLength(rows[0]!.length);
});

test('as a picture that stands alone it is whole, and the same each time', () => {
  const colours = new Proxy({}, { get: () => '#123456' }) as PictureColours;
  const svg = poster('proxy=bucket&follow=13', colours);
  expect(svg).toBe(poster('proxy=bucket&follow=13', colours));
  expect(svg).toMatch(/^<svg [^]*<\/svg>$/);
  expect(svg).not.toMatch(/NaN|undefined/);
  expect(svg).toContain('Following token 13');
});
