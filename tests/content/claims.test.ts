/*
 * What the article and the method page say about the model, asserted against the model. The numbers in the text are
 * computed; these are the relations and the round figures that the sentences around them state.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure } from '../../src/components/prose/result.ts';
import { checkAnswer, checkBase, checkRows } from '../../src/components/prose/checkValues.ts';
import { DROP, EVERY, LATENCY, ready, row } from '../../src/components/prose/jobTimelines.ts';
import { steps } from '../../src/sim/researchAgent.ts';
import {
  decide,
  encoders,
  feelsFast,
  metrics,
  READING_RATE,
  simulate,
  uniform,
  utf8Length,
  wait,
  type Answers,
} from '../../src/sim/index.ts';

const score = (first: number, last: number, weight = 10) =>
  feelsFast(wait({ firstPaint: first, lastPaint: last, frozen: 0 }, weight));
const feels = (query: string) => measure(query).feelsFast!;
const firstPaint = (query: string) => measure(query).firstPaint!;

describe('opening', () => {
  it('all three panels end within one tick of 50 ms, and streaming starts seconds earlier', () => {
    const ends = ['sync', 'token', 'every'].map((render) => measure(`render=${render}`).lastPaint!);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(50);
    expect(firstPaint('render=every')).toBeLessThanOrEqual(450);
    expect(firstPaint('render=token')).toBeLessThanOrEqual(450);
    expect(firstPaint('render=sync')).toBeGreaterThan(5_000);
  });
});

describe('three latencies', () => {
  it('301 tokens: 0.4 s + 300 × 16.7 ms = 5.4 s at the model', () => {
    const { model } = simulate({ tokens: 301 });
    expect(model.at(-1)).toBeCloseTo(5_400, 2);
    expect((model.at(-1)! - model[0]!) / 300).toBeCloseTo(16.7, 1);
  });

  it('one stream: 10.0 ms by vLLM, 29.9 ms by LLMPerf; GuideLLM has both kinds', () => {
    const { tpot, gap } = measure('ttft=2000&rate=100&tokens=100&framing=0&latency=0&parse=0');
    expect(tpot.vllm).toBeCloseTo(10, 6);
    expect(tpot.llmperf).toBeCloseTo(29.9, 6);
    expect(tpot.guidellm).toBe(tpot.llmperf);
    expect(gap!.mean).toBeCloseTo(tpot.vllm!, 6);
  });

  it('reading: 238 words a minute at 1.3 tokens a word is 5 tokens/s, and 60 tokens/s is twelve times that', () => {
    expect(Math.round((238 / 60) * 1.3)).toBe(READING_RATE);
    expect(60 / READING_RATE).toBe(12);
  });

  it('A (0.2 s, 12.2 s) against B (4 s, 5 s): 63.9 to 24.2 at weight 10, the other way round at 1, even at about 1.9', () => {
    expect(score(200, 12_200)).toBeCloseTo(63.9, 1);
    expect(score(4_000, 5_000)).toBeCloseTo(24.2, 1);
    expect(score(200, 12_200, 1)).toBeLessThan(score(4_000, 5_000, 1));
    expect(score(200, 12_200, 1.85)).toBeLessThan(score(4_000, 5_000, 1.85));
    expect(score(200, 12_200, 1.95)).toBeGreaterThan(score(4_000, 5_000, 1.95));
  });
});

describe('one token, five hops', () => {
  it('all clear: four or five bytes of text travel in an event of about 120', () => {
    const { tokens, ends, n } = simulate({});
    const text = tokens.text.reduce((sum, piece) => sum + utf8Length(piece), 0);
    expect(text / n).toBeGreaterThan(4);
    expect(text / n).toBeLessThan(5);
    expect(ends.at(-1)! / n).toBeGreaterThan(115);
    expect(ends.at(-1)! / n).toBeLessThan(125);
  });

  it('nginx talking HTTP/1.0: some thirty tokens wait for each other, and come in lumps', () => {
    const { bytes, events, paints, tokens } = measure('proxy=bucket');
    expect(Math.round(4_096 / (bytes / events) / 10) * 10).toBe(30);
    expect(tokens / paints).toBeGreaterThan(25);
    expect(firstPaint('proxy=bucket')).toBeGreaterThan(2 * firstPaint(''));
  });

  it('compressed on the way: first words when the model has ended', () =>
    expect(firstPaint('proxy=hold')).toBeGreaterThan(simulate({}).model.at(-1)!));

  it('a slow parser: the first token is nearly on time, the last is not', () => {
    expect(Math.round(1_000 / 60)).toBe(17);
    expect(firstPaint('parse=30') - firstPaint('')).toBeLessThan(50);
    expect(measure('parse=30').lastPaint!).toBeGreaterThan(1.5 * measure('').lastPaint!);
  });

  it('an overloaded page: all have arrived, and the last are seen long after, in larger and larger lumps', () => {
    const { lastPaint, lastParsed } = measure('cost=25&render=token');
    expect(lastPaint!).toBeGreaterThan(lastParsed! + 2_000);
    const { shown } = simulate({ cost: 25, render: 'token' });
    const lumps = Array.from(shown, (count, i) => count - (shown[i - 1] ?? 0)).slice(0, -1);
    expect(lumps).toEqual(lumps.toSorted((a, b) => a - b));
  });

  it('four tokens per event: fewer bytes, a beat four times slower', () => {
    const [four, single] = [measure('group=4'), measure('')];
    expect(four.bytes).toBeLessThan(single.bytes / 3);
    expect(four.eventGap!.p50 / single.eventGap!.p50).toBeCloseTo(4, 3);
  });
});

describe('the latency simulator', () => {
  it('a long answer: the stream begins within a second, the plain call after more than ten', () => {
    const query = 'response=long&ttft=750&rate=100&render=';
    expect(firstPaint(query + 'token')).toBeLessThan(1_000);
    expect(firstPaint(query + 'sync')).toBeGreaterThan(10_000);
  });

  it('reasoning: the first word waits for 2,000 hidden tokens, however it is drawn', () => {
    const query = 'response=reasoning&ttft=1000&reasoning=2000&render=';
    const firsts = ['token', 'frame', 'every', 'token-yield'].map((render) =>
      firstPaint(query + render),
    );
    expect(Math.min(...firsts)).toBeGreaterThan(1_000 + 2_000 * (1000 / 60));
    expect(Math.max(...firsts) - Math.min(...firsts)).toBeLessThanOrEqual(50);
  });

  it('diffusion: streaming gains, but less than by default', () => {
    const gain = (query: string) => feels(`${query}&render=token`) - feels(`${query}&render=sync`);
    expect(gain('ttft=100&rate=750')).toBeGreaterThan(0);
    expect(gain('ttft=100&rate=750')).toBeLessThan(gain('rate=60') / 3);
  });

  it('one word: sync and streaming show it at the same moment', () =>
    expect(firstPaint('response=label&render=token')).toBe(
      firstPaint('response=label&render=sync'),
    ));
});

describe('method: what the scores cannot see', () => {
  it('is 100 for no wait, and every 2 s halve it', () => {
    expect(feelsFast(0)).toBe(100);
    expect(feelsFast(2_000)).toBeCloseTo(50, 9);
    expect(feelsFast(4_000)).toBeCloseTo(25, 9);
  });

  it('behind the bucket QoE and the fluidity index see nothing wrong', () => {
    const { qoe, fluidity } = measure('proxy=bucket&render=token');
    expect(qoe).toBeCloseTo(1, 6);
    expect(fluidity).toBe(1);
    expect(feels('proxy=bucket&render=token')).toBeLessThan(feels('render=token') - 20);
  });

  it('hold: streaming scores what waiting scores, to a point', () =>
    expect(
      Math.abs(feels('proxy=hold&render=token') - feels('proxy=hold&render=sync')),
    ).toBeLessThan(1));

  it('for the plain call they stay high, since reading the answer takes a minute', () => {
    const { qoe, fluidity, tokens } = measure('render=sync');
    expect(tokens / READING_RATE).toBeCloseTo(60, 0);
    expect(qoe).toBeGreaterThan(0.85);
    expect(fluidity).toBeGreaterThan(0.9);
  });

  it('evening out the bucket’s lumps raises it, although the last token comes later', () => {
    const [lumps, paced] = [
      measure('proxy=bucket&render=frame'),
      measure('proxy=bucket&render=frame', 12),
    ];
    expect(paced.frozen).toBe(0);
    expect(paced.feelsFast!).toBeGreaterThan(lumps.feelsFast! + 15);
    expect(paced.lastPaint!).toBeGreaterThan(lumps.lastPaint!);
  });

  it('rises for streamed JSON, which is worth nothing to a parser', () => {
    expect(feels('response=extract&render=token')).toBeGreaterThan(
      2 * feels('response=extract&render=sync'),
    );
    expect(measure('response=extract&render=token').lastPaint).toBe(
      measure('response=extract&render=sync').lastPaint,
    );
  });
});

describe('the queue is in your page', () => {
  it('text is small: a second of it, 60 events of about 120 bytes, is about 7 kB', () => {
    const { bytes, events } = measure('');
    expect(((bytes / events) * 60) / 1000).toBeCloseTo(7, 0);
  });

  it('the naive loop begins well, then stands still for longer and longer', () => {
    const { paints } = simulate({ cost: 25, render: 'token' });
    expect(paints[0]).toBeLessThan(500);
    const pauses = Array.from(paints.slice(2), (at, i) => at - paints[i + 1]!);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeCloseTo(measure('cost=25&render=token').longestPaintGap!, 3);
  });

  it('a faster model makes it worse; a lighter page is the help', () => {
    const pause = (query: string) => measure(`${query}&render=token`).longestPaintGap!;
    expect(pause('cost=25&rate=120')).toBeGreaterThan(1.5 * pause('cost=25'));
    expect(pause('cost=15')).toBeLessThan(20);
  });

  it('its batches grow by ρ', () => {
    const { busy, arrivals } = simulate({ cost: 25, render: 'token' });
    const batches = Array.from(
      { length: busy.length / 2 },
      (_, k) => (busy[2 * k + 1]! - busy[2 * k]!) / 25,
    );
    expect(batches.reduce((a, b) => a + b)).toBeCloseTo(arrivals.length, 6);
    expect(batches[9]! / batches[4]!).toBeGreaterThan(1.4 ** 5);
    expect(batches[9]! / batches[4]!).toBeLessThan(1.6 ** 5);
  });

  it('yielding after each batch changes nothing', () => {
    const [plain, yielding] = (['token', 'token-yield'] as const).map((render) =>
      metrics(simulate({ cost: 25, render })),
    );
    expect(yielding).toEqual(plain);
  });

  it('the same work once per frame loses less than a point to a page that draws for nothing, with half the draws', () => {
    expect(feels('render=frame') - feels('cost=25&render=frame')).toBeLessThan(1);
    expect(measure('cost=25&render=frame').paints).toBeLessThan(0.6 * measure('').tokens);
  });

  it('every 50 ms: about three tokens a draw at 60 tokens/s and ten at 200, for a little delay', () => {
    const perDraw = (query: string) => measure(query).tokens / measure(query).paints;
    expect(perDraw('cost=25&render=every&rate=60')).toBeCloseTo(3, 0);
    expect(perDraw('cost=25&render=every&rate=200')).toBeCloseTo(10, 0);
    const delay = firstPaint('cost=25&render=every') - firstPaint('cost=25&render=frame');
    expect(delay).toBeGreaterThan(0);
    expect(delay).toBeLessThan(50);
  });
});

describe('async jobs', () => {
  const seen = (id: Parameters<typeof row>[0]) => row(id).seen;

  it('the agent retrieves until 4 s, plans until 7 s, executes until 19 s and is done at 25 s', () => {
    expect(steps.map(({ name }) => name)).toEqual(['retrieve', 'plan', 'execute', 'synthesise']);
    expect(steps.map(({ reports }) => reports.at(-1))).toEqual([4_000, 7_000, 19_000, 25_000]);
  });

  it('a plain call shows nothing for 25 s', () =>
    expect(Math.floor(seen('plain')[0]! / 1_000)).toBe(25));

  it('asked every 5 s, the plan of 7 s shows at 10.1 s; the interval is the most that a report waits', () => {
    expect(EVERY).toBe(5_000);
    expect(seen('poll')[ready.indexOf(7_000)]).toBe(10_100);
    const late = seen('poll').map((t, k) => t - ready[k]!);
    expect(Math.max(...late)).toBeLessThanOrEqual(EVERY + 2 * LATENCY);
  });

  it('when the connection is lost, tied work starts over and a log goes on', () => {
    expect(seen('tied').at(-1)!).toBeGreaterThan(DROP.until + ready.at(-1)!);
    expect(seen('resumed').at(-1)).toBe(seen('push').at(-1));
  });
});

describe('choosing', () => {
  it.each<{ endpoint: string; given: Answers; expected: string }>([
    {
      endpoint: 'the chat answer',
      given: { waiting: 'yes', long: 'no', wordy: 'yes' },
      expected: 'stream',
    },
    { endpoint: 'its title', given: { waiting: 'yes', long: 'no', wordy: 'no' }, expected: 'sync' },
    { endpoint: 'deep research', given: { waiting: 'yes', long: 'yes' }, expected: 'job' },
    { endpoint: 'last night’s summaries', given: { waiting: 'no' }, expected: 'batch' },
  ])('$endpoint: $expected', ({ given, expected }) => expect(decide(given).result).toBe(expected));
});

describe('method', () => {
  it('prints check values that the simulator meets', () => {
    const answer = uniform(checkAnswer.tokens, checkAnswer.chars, checkAnswer.bytes);
    for (const { name, settings, ...expected } of checkRows) {
      const { feelsFast: felt, ...rest } = metrics(simulate({ ...checkBase, ...settings }, answer));
      expect({ ...rest, feelsFast: Number(felt!.toFixed(2)) }, name).toMatchObject(expected);
    }
  });

  it('five letters make an event of 120 bytes in the first dialect, 168 in the second', () => {
    expect(utf8Length(encoders.messages.delta('hello'))).toBe(120);
    expect(utf8Length(encoders.completions.delta('hello'))).toBe(168);
  });
});

it('of eight ways to read a stream, six throw nothing when its last event is missing', () => {
  const rows = readFileSync('tests/wire/sdkFaults.md', 'utf8').split('\n');
  const [, , ...callers] = rows.find((row) => row.startsWith('| `terminator=off`'))!.split('|');
  const seen = callers.slice(0, -1);
  expect(seen).toHaveLength(8);
  expect(seen.filter((caller) => caller.includes('no error'))).toHaveLength(6);
});
