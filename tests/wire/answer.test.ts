// What the mock model says and when, against the simulator.
import { describe, expect, it } from 'vitest';
import { send } from '../../src/sim/index.ts';
import { answerTo, whole, type Ask } from '../../src/wire/answer.ts';
import { paced } from '../../src/wire/frames.ts';
import { framesOf } from '../../src/wire/anthropic/frames.ts';
import { wireSettings } from '../../src/wire/settings.ts';

const ask: Ask = {
  tools: [],
  toolChoice: 'auto',
  answersTool: false,
  maxTokens: 10_000,
  stopSequences: [],
  reasons: true,
  thinking: 'hidden',
  inputTokens: 10,
};
const settingsOf = (query: string) => wireSettings(new URLSearchParams(query)).settings;

describe('a streamed answer leaves the server when the simulator says', () => {
  it.each([
    '',
    'rate=120&jitter=0.8&seed=7',
    'group=4&framing=3',
    'reasoning=30',
    'stall=20&stallms=300&jitter=1',
    'response=japanese&group=3',
    'framing=40&rate=60',
    'proxy=hold',
    'tokens=7&group=5',
  ])('%s', (query) => {
    const settings = settingsOf(query);
    const frames = paced(framesOf('msg_1', 'mock', answerTo(ask, settings), settings), settings);
    const events = frames.filter(({ kind }) => kind === 'delta');
    expect(events.map(({ at }) => at)).toEqual([...send(settings).proxy]);
  });

  it('behind a bucket too, which counts the bytes that are really sent', () => {
    const settings = settingsOf('proxy=bucket');
    const frames = paced(framesOf('msg_1', 'mock', answerTo(ask, settings), settings), settings);
    const wire = send(settings);
    const [first] = frames;
    expect(frames.filter(({ kind }) => kind === 'opening').map(({ at }) => at)).toEqual(
      Array<number>(2).fill(first!.at),
    );
    // Our opening is longer than the simulator's, so the same number of buckets may begin an event or two sooner.
    const times = (all: Iterable<number>) => new Set(all).size;
    expect(times(frames.filter(({ kind }) => kind === 'delta').map(({ at }) => at))).toBe(
      times(wire.proxy),
    );
  });
});

it('a silent thought takes its time, and is over when the first word may come', () => {
  const settings = settingsOf('reasoning=30&ttft=100&rate=100&tokens=2&framing=0');
  const answer = answerTo({ ...ask, thinking: 'silent' }, settings);
  const frames = paced(framesOf('msg_1', 'mock', answer, settings), settings);
  const at = (word: string) => frames.find(({ text }) => text.includes(word))!.at;
  expect([at('"type":"thinking"'), at('signature_delta'), at('text_delta')]).toEqual([0, 390, 400]);
});

describe('an answer', () => {
  const weather = {
    name: 'weather',
    schema: { type: 'object', properties: { city: { type: 'string', enum: ['Oslo', 'Rome'] } } },
  };
  it.each([
    { name: 'is text', of: {}, query: 'tokens=3', kinds: ['text'], stop: 'end' },
    {
      name: 'calls a tool that was offered',
      of: { tools: [weather] },
      query: 'tokens=3',
      kinds: ['text', 'tool'],
      stop: 'tool',
    },
    {
      name: 'only calls it when it must',
      of: { tools: [weather], toolChoice: 'any' as const },
      query: 'toolcalls=2',
      kinds: ['tool', 'tool'],
      stop: 'tool',
    },
    {
      name: 'is text once the tool has answered',
      of: { tools: [weather], answersTool: true },
      query: 'tokens=3',
      kinds: ['text'],
      stop: 'end',
    },
    {
      name: 'may call none',
      of: { tools: [weather], toolChoice: 'none' as const },
      query: 'tokens=3',
      kinds: ['text'],
      stop: 'end',
    },
    {
      name: 'thinks in the open when asked to',
      of: { thinking: 'shown' as const },
      query: 'tokens=3&reasoning=2',
      kinds: ['thinking', 'text'],
      stop: 'end',
    },
    {
      name: 'thinks in secret otherwise',
      of: {},
      query: 'tokens=3&reasoning=2',
      kinds: ['text'],
      stop: 'end',
    },
    {
      name: 'ends where it may not go on',
      of: { maxTokens: 4, thinking: 'shown' as const },
      query: 'tokens=3&reasoning=2',
      kinds: ['thinking', 'text'],
      stop: 'length',
    },
    {
      name: 'may think all that it may say',
      of: { maxTokens: 2 },
      query: 'tokens=3&reasoning=5',
      kinds: [],
      stop: 'length',
    },
  ])('$name', ({ of, query, kinds, stop }) => {
    const answer = answerTo({ ...ask, ...of }, settingsOf(query));
    expect(answer.blocks.map(({ kind }) => kind)).toEqual(kinds);
    expect(answer.stop).toBe(stop);
  });

  it('calls a tool with what its schema takes', () => {
    const answer = answerTo({ ...ask, tools: [weather], toolChoice: 'any' }, settingsOf(''));
    expect(JSON.parse(whole(answer.blocks[0]!))).toEqual({ city: 'Oslo' });
  });

  it('stops before a stop sequence, within a token if need be', () => {
    const answer = answerTo({ ...ask, stopSequences: ['never', 'ause'] }, settingsOf(''));
    expect(whole(answer.blocks[0]!)).toBe('The likeliest c');
    expect(answer.stop).toEqual({ sequence: 'ause' });
  });
});
