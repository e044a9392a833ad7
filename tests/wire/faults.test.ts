// Faults are made of the stream before any of it is sent: what is written, when, and how it ends.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../src/wire/answer.ts';
import { withFaults, type Playlist } from '../../src/wire/faults.ts';
import { paced } from '../../src/wire/frames.ts';
import { failureEvent, framesOf } from '../../src/wire/anthropic/frames.ts';
import { readAsk } from '../../src/wire/anthropic/request.ts';
import { wireSettings } from '../../src/wire/settings.ts';

const body = { model: 'm', max_tokens: 9_999, messages: [{ role: 'user', content: 'Hi' }] };

function playlist(query: string): Playlist {
  const { settings, problems } = wireSettings(new URLSearchParams(query));
  expect(problems).toEqual([]);
  const answer = answerTo(readAsk(body).ask, settings);
  return withFaults(
    paced(framesOf('msg_1', 'm', answer, settings), settings),
    settings,
    failureEvent,
  );
}

/** The types of the events, those that repeat counted: `message_start content_block_delta×3`. */
function shape({ frames }: Playlist): string {
  const types = frames
    .flatMap(({ text }) => text.match(/^(event: \w+|: \w+)/gm) ?? [])
    .map((line) => line.replace(/^event: (content_block_)?|^: /, ''));
  const runs: [string, number][] = [];
  for (const type of types)
    if (runs.at(-1)?.[0] === type) runs.at(-1)![1]++;
    else runs.push([type, 1]);
  return runs.map(([type, times]) => (times > 1 ? `${type}×${String(times)}` : type)).join(' ');
}

const opening = 'message_start start ping';
const closing = 'stop message_delta message_stop';

describe('what is written', () => {
  it.each([
    { query: 'tokens=3', expect: `${opening} delta×3 ${closing}` },
    { query: 'tokens=3&terminator=off', expect: `${opening} delta×3 stop` },
    { query: 'tokens=9&errorat=4', expect: `${opening} delta×4 error` },
    { query: 'tokens=9&errorat=0', expect: `${opening} error` },
    { query: 'tokens=3&errorat=4', expect: `${opening} delta×3 ${closing}` },
    { query: 'tokens=9&group=4&errorat=5', expect: `${opening} delta×2 error` },
    { query: 'tokens=9&cut=2', expect: `${opening} delta×2` },
    { query: 'tokens=9&cut=0', expect: opening },
    { query: 'tokens=9&ttft=400&rate=100&cutms=425', expect: `${opening} delta×3` },
    {
      query: 'tokens=2&ttft=1000&heartbeat=400',
      expect: `${opening} heartbeat×2 delta×2 ${closing}`,
    },
    {
      query: 'tokens=2&comments=on',
      expect:
        'comment message_start comment start ping comment delta comment delta comment stop ' +
        'comment message_delta comment message_stop',
    },
  ])('$query', ({ query, expect: expected }) => expect(shape(playlist(query))).toBe(expected));
});

it('a pause moves everything after it, and nothing before it', () => {
  const times = ({ frames }: Playlist) => frames.map(({ at }) => at);
  const still = times(playlist('tokens=9'));
  const paused = times(playlist('tokens=9&pause=4&pausems=2500'));
  // Opening (two writes) and four events come as before.
  expect(paused).toEqual(still.map((at, i) => (i < 6 ? at : at + 2500)));
});

it.each([
  { query: 'cut=3&tokens=9&rate=100', at: 420.2 },
  { query: 'cutms=50', at: 50 },
  { query: 'cut=9&cutms=50', at: 50 },
  { query: '', at: null },
])('the connection is torn down: $query', ({ query, at }) =>
  expect(playlist(query).cutAt).toBe(at),
);

it.each([
  { lines: 'lf', end: '\n' },
  { lines: 'crlf', end: '\r\n' },
  { lines: 'cr', end: '\r' },
])('lines end with $lines and with nothing else', ({ lines, end }) => {
  const all = playlist(`tokens=5&lines=${lines}`)
    .frames.map(({ text }) => text)
    .join('');
  expect(new Set(all.match(/[\r\n]+/g))).toEqual(new Set([end, end + end]));
});

it('whatever goes wrong, times never run backwards and no token is sent twice', () => {
  const maybe = (name: string, most: number) =>
    fc.option(
      fc.integer({ min: 0, max: most }).map((n) => `${name}=${String(n)}`),
      { nil: '' },
    );
  const faults = fc.tuple(
    maybe('cut', 30),
    maybe('cutms', 900),
    maybe('errorat', 30),
    maybe('pause', 30),
    fc.integer({ min: 10, max: 500 }).map((n) => `heartbeat=${String(n)}`),
    fc.constantFrom('proxy=pass', 'proxy=bucket', 'proxy=hold'),
    fc.constantFrom('comments=on', 'terminator=off', 'lines=cr', ''),
    fc.integer({ min: 1, max: 8 }).map((n) => `group=${String(n)}`),
  );
  fc.assert(
    fc.property(faults, (words) => {
      const { frames } = playlist(['tokens=25', ...words].filter(Boolean).join('&'));
      for (const [i, { at }] of frames.entries())
        expect(at).toBeGreaterThanOrEqual(frames[i - 1]?.at ?? 0);
      expect(frames.reduce((sum, { tokens }) => sum + tokens, 0)).toBeLessThanOrEqual(25);
    }),
    { seed: 1, numRuns: 300 },
  );
});

describe('settings that make no sense are named', () => {
  it.each([
    { query: 'rate=0', expect: 'rate: “0” is out of range (allowed: 1–2,000 tokens/s)' },
    { query: 'raet=60', expect: 'raet: no such setting. Did you mean "rate"?' },
    { query: 'xyz=1', expect: 'xyz: no such setting. npm run wire -- --help lists them.' },
    {
      query: 'lines=lfcr',
      expect: 'lines: “lfcr” is not one of its values (allowed: lf, crlf or cr)',
    },
    {
      query: 'cut=soon',
      expect: 'cut: “soon” is not a number (allowed: a whole number, 0–25,000 tokens or “never”)',
    },
  ])('$query', ({ query, expect: expected }) => {
    const { problems } = wireSettings(new URLSearchParams(query));
    expect(problems.map(({ message }) => message)).toEqual([expected]);
  });
});
