import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario, Tokens } from '../../src/sim/index.ts';
import {
  andes,
  encoders,
  feelsFast,
  fluidity,
  frameAt,
  frozenTime,
  hops,
  metrics,
  roundMs,
  scenario,
  send,
  simulate,
  tokenTimes,
  uniform,
  wait,
} from '../../src/sim/index.ts';
import { render } from '../../src/sim/page.ts';
import { fillBuckets } from '../../src/sim/stages.ts';
import {
  dialects,
  ms,
  pageSettings,
  pieces,
  settings,
  times,
  tokens,
  wireSettings,
} from './arbitraries.ts';
import { textOf } from './sseReader.ts';

/** Holds for any scenario and any tokens. */
function law(name: string, holds: (part: Partial<Scenario>, source: Tokens) => void): void {
  it(name, () => {
    fc.assert(fc.property(settings, tokens, holds));
  });
}

/** Two times on the same microsecond, give or take one where a sum lies between two. */
const within = (one: number, other: number) => expect(Math.abs(one - other)).toBeLessThan(0.0011);

describe('for any scenario', () => {
  law('conservation: every token is painted exactly once', (part, source) => {
    const { n, dom, paints, shown } = simulate(part, source);
    expect(n).toBe(source.chars.length);
    expect(shown.at(-1)).toBe(n);
    for (let p = 0; p < paints.length; p++) {
      const before = shown[p - 1] ?? 0;
      expect(shown[p]).toBeGreaterThan(before);
      for (let i = before; i < shown[p]!; i++) expect(dom[i]).toBe(paints[p]);
    }
  });

  law('causality: no hop comes before the one above it', (part, source) => {
    const trace = simulate(part, source);
    const perHop = hops.map((hop) => tokenTimes(trace, hop));
    for (let h = 1; h < hops.length; h++) {
      for (let i = 0; i < trace.n; i++) {
        expect(perHop[h]![i]).toBeGreaterThanOrEqual(perHop[h - 1]![i]!);
      }
    }
    expect(trace.model[0]).toBeGreaterThanOrEqual(trace.scenario.ttft);
  });

  law('order: at no hop does a token overtake another', (part, source) => {
    const trace = simulate(part, source);
    for (const list of [...hops.map((hop) => tokenTimes(trace, hop)), trace.busy, trace.ends]) {
      for (let i = 1; i < list.length; i++) expect(list[i]).toBeGreaterThanOrEqual(list[i - 1]!);
    }
    for (let p = 1; p < trace.paints.length; p++) {
      expect(trace.paints[p]).toBeGreaterThan(trace.paints[p - 1]!);
    }
  });

  law('every time is a whole number of microseconds', (part, source) => {
    const trace = simulate(part, source);
    for (const list of [...hops.map((hop) => trace[hop]), trace.paints, trace.busy]) {
      for (const t of list) expect(t).toBe(roundMs(t));
    }
  });

  law('determinism: the same scenario gives the same trace', (part, source) => {
    expect(simulate(part, source)).toEqual(
      simulate(structuredClone(part), structuredClone(source)),
    );
  });

  it('stream isolation: no knob of a later hop re-draws an earlier one', () => {
    fc.assert(
      fc.property(settings, settings, tokens, (part, other, source) => {
        const { seed, ttft, rate, jitter, reasoning, stall, stallms } = part as Scenario;
        const { group, framing } = part as Scenario;
        const model = { seed, ttft, rate, jitter, reasoning, stall, stallms };
        const [one, same] = [simulate(part, source), simulate({ ...other, ...model }, source)];
        expect(same.model).toEqual(one.model);
        expect(simulate({ ...other, ...model, group, framing }, source).server).toEqual(one.server);
      }),
    );
    fc.assert(
      fc.property(wireSettings, pageSettings, tokens, (wire, page, source) => {
        expect(simulate({ ...wire, ...page }, source).browser).toEqual(send(wire, source).browser);
      }),
    );
  });

  law('sync: the first paint is the last one', (part, source) => {
    const { firstPaint, lastPaint, paints } = metrics(
      simulate({ ...part, render: 'sync' }, source),
    );
    expect(firstPaint).toBe(lastPaint);
    expect(paints).toBe(1);
  });

  law('a buffer never helps, and the last event leaves at close', (part, source) => {
    const pass = send({ ...part, proxy: 'pass' }, source);
    for (const proxy of ['bucket', 'hold'] as const) {
      const held = send({ ...part, proxy }, source);
      expect(held.server).toEqual(pass.server);
      expect(held.proxy.at(-1)).toBe(pass.server.at(-1));
      for (let k = 0; k < pass.proxy.length; k++) {
        expect(held.proxy[k]).toBeGreaterThanOrEqual(pass.proxy[k]!);
        expect(held.browser[k]).toBeGreaterThanOrEqual(pass.browser[k]!);
      }
    }
  });

  it('time shift: ttft + d moves the wire by d', () => {
    fc.assert(
      fc.property(settings, tokens, ms(5_000), (part, source, d) => {
        const now = send(part, source);
        const later = send({ ...part, ttft: part.ttft! + d }, source);
        for (const hop of ['model', 'server', 'proxy', 'browser'] as const) {
          now[hop].forEach((t, i) => within(later[hop][i]!, t + d));
        }
      }),
    );
  });

  law('fluidity and QoE are in [0, 1], the score in [0, 100]', (part, source) => {
    const { qoe, fluidity: index, feelsFast: score } = metrics(simulate(part, source));
    for (const x of [qoe!, index!, score! / 100]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
    }
  });

  it('so they are for any targets', () => {
    const targets = fc.record({ first: ms(3_000), perToken: fc.integer({ min: 1, max: 500 }) });
    fc.assert(
      fc.property(times(), targets, (list, asked) => {
        for (const x of [andes(list, asked)!, fluidity(list, asked)!]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  law('frame paints within one frame and two draws of arrival', (part, source) => {
    const { arrivals, dom, chars, scenario: s } = simulate({ ...part, render: 'frame' }, source);
    const draw = s.cost + (s.charcost / 1000) * (chars.at(-1) ?? 0);
    for (let i = 0; i < dom.length; i++) {
      // Three times are rounded on the way: the frame, and the ends of the two draws.
      expect(dom[i]! - arrivals[i]!).toBeLessThanOrEqual(1000 / s.hz + 2 * draw + 0.003);
    }
  });

  it('scrub order does not matter', () => {
    const moments = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(settings, tokens, moments, (part, source, list) => {
        const trace = simulate(part, source);
        const before = structuredClone(trace);
        const scrubbed = new Map(list.map((t) => [t, frameAt(trace, t)]));
        for (const t of [...list].sort((a, b) => a - b))
          expect(frameAt(trace, t)).toEqual(scrubbed.get(t));
        expect(trace).toEqual(before);
      }),
    );
  });

  it('at no moment is more shown than parsed, parsed than released, released than written, written than decoded', () => {
    fc.assert(
      fc.property(settings, tokens, fc.nat(10_000), (part, source, t) => {
        const frame = frameAt(simulate(part, source), t);
        const counts = hops.map((hop) => frame[hop]);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }),
    );
  });
});

describe('the score', () => {
  const paintTimes = fc
    .tuple(
      ms(3_000),
      fc.array(fc.integer({ min: 1, max: 900_000 }), { maxLength: 30, size: 'max' }),
    )
    .map(([first, gaps]) => {
      let us = Math.round(first * 1000);
      return [us / 1000, ...gaps.map((gap) => (us += gap) / 1000)];
    });
  const delay = fc.integer({ min: 1, max: 5_000_000 }).map((us) => us / 1000);
  const score = (paints: number[], weight: number) => {
    const frozen = frozenTime(Float64Array.from(paints));
    return feelsFast(wait({ firstPaint: paints[0]!, lastPaint: paints.at(-1)!, frozen }, weight));
  };

  it('falls when a token and all after it come later', () => {
    fc.assert(
      fc.property(paintTimes, fc.nat(30), delay, fc.nat(100), (paints, at, d, weight) => {
        const from = at % paints.length;
        const later = paints.map((t, i) => (i < from ? t : roundMs(t + d)));
        expect(score(later, weight)).toBeLessThan(score(paints, weight));
      }),
    );
  });

  it('falls when the first comes later, if the first has any weight', () => {
    fc.assert(
      fc.property(paintTimes, delay, fc.nat(100), (paints, d, weight) => {
        const first = Math.min(roundMs(paints[0]! + d), paints[1] ?? Infinity);
        const later = [first, ...paints.slice(1)];
        if (weight > 0 || paints.length === 1) {
          expect(score(later, weight)).toBeLessThan(score(paints, weight));
        } else {
          expect(score(later, weight)).toBe(score(paints, weight));
        }
      }),
    );
  });

  it('can rise when the tokens in between are spread evenly, which is what smoothing sells', () => {
    const lumpy = [400, 410, 420, 1_400];
    const smooth = [400, 733, 1_067, 1_400];
    expect(score(smooth, 10)).toBeGreaterThan(score(lumpy, 10));
  });
});

describe('work per token × rate = ρ > 1', () => {
  it('batches grow by ρ', () => {
    const load = fc.record({
      gap: fc.integer({ min: 1_000, max: 40_000 }).map((us) => us / 1000),
      rho: fc.double({ min: 1.05, max: 4, noNaN: true }),
      start: ms(1_000),
      n: fc.integer({ min: 2, max: 400 }),
    });
    fc.assert(
      fc.property(load, ({ gap, rho, start, n }) => {
        const cost = roundMs(rho * gap);
        const arrivals = Float64Array.from({ length: n }, (_, i) => roundMs(start + i * gap));
        const page = (name: 'token' | 'token-yield') =>
          render(scenario({ render: name, cost, hz: 480 }), arrivals, new Float64Array(n));
        const { busy } = page('token');
        const batches = Array.from({ length: busy.length / 2 }, (_, k) =>
          Math.round((busy[2 * k + 1]! - busy[2 * k]!) / cost),
        );
        expect(batches[0]).toBe(1);
        expect(batches.reduce((sum, size) => sum + size, 0)).toBe(n);
        for (let k = 1; k < batches.length - 1; k++) {
          // What arrives in a span of b·ρ gaps is that many, rounded up or down.
          expect(Math.abs(batches[k]! - (cost / gap) * batches[k - 1]!)).toBeLessThanOrEqual(1.001);
        }
        expect(page('token-yield')).toEqual(page('token'));
      }),
    );
  });
});

describe('the bytes of an answer', () => {
  it('decode to the same text however they are split', () => {
    const cuts = fc.array(fc.nat(100_000), { maxLength: 60, size: 'max' });
    const group = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        pieces(),
        fc.constantFrom(...dialects),
        group,
        cuts,
        (text, dialect, size, at) => {
          const { opening, delta, closing } = encoders[dialect];
          let stream = opening();
          for (let i = 0; i < text.length; i += size)
            stream += delta(text.slice(i, i + size).join(''));
          const bytes = new TextEncoder().encode(stream + closing(text.length));
          const edges = [
            0,
            ...at.map((cut) => cut % bytes.length).sort((a, b) => a - b),
            bytes.length,
          ];
          const chunks = edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge));
          expect(textOf(chunks, dialect)).toBe(text.join(''));
        },
      ),
    );
  });

  it('one by one, too', () => {
    for (const dialect of dialects) {
      const { opening, delta, closing } = encoders[dialect];
      const bytes = new TextEncoder().encode(
        opening() + delta('食🫠') + delta('\n"👨‍👩‍👧‍👦') + closing(3),
      );
      const chunks = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
      expect(textOf(chunks, dialect)).toBe('食🫠\n"👨‍👩‍👧‍👦');
    }
  });
});

describe('what one might take for laws, and is not', () => {
  it('a larger bucket is not always later: the third event leaves earlier', () => {
    const written = Float64Array.of(1, 2, 3, 4, 5);
    const ends = Float64Array.of(100, 200, 300, 400, 500);
    expect([...fillBuckets(written, ends, 200, 0)]).toEqual([2, 2, 4, 4, 5]);
    expect([...fillBuckets(written, ends, 300, 0)]).toEqual([3, 3, 3, 5, 5]);
  });

  it('nor for a whole answer, where most tokens are later and some are earlier', () => {
    const [small, large] = [3_072, 4_096].map((bucket) =>
      send({ proxy: 'bucket', bucket }, uniform(300, 4, 120)),
    );
    const earlier = small!.proxy.filter((t, k) => large!.proxy[k]! < t).length;
    const later = small!.proxy.filter((t, k) => large!.proxy[k]! > t).length;
    expect(earlier).toBeGreaterThan(0);
    expect(later).toBeGreaterThan(earlier);
  });

  it('frame is not monotone in arrivals: a first token that comes later lets the second be seen earlier', () => {
    const page = (...arrivals: number[]) =>
      render(
        scenario({ render: 'frame', hz: 100, cost: 14 }),
        Float64Array.from(arrivals),
        Float64Array.of(1, 2),
      );
    expect([...page(1, 11).dom]).toEqual([24, 44]);
    expect([...page(11, 11).dom]).toEqual([34, 34]);
  });
});
