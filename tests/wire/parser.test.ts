// Every stream of ours, read by eventsource-parser however its bytes are cut, its lines end, and whatever stands between.
import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type Ask } from '../../src/wire/answer.ts';
import {
  failureEvent as completionFailure,
  framesOf as completionFrames,
} from '../../src/wire/openai/completionsFrames.ts';
import { withFaults } from '../../src/wire/faults.ts';
import { paced, type Frame } from '../../src/wire/frames.ts';
import {
  failureEvent as messageFailure,
  framesOf as messageFrames,
} from '../../src/wire/anthropic/frames.ts';
import { framesOf as responseFrames } from '../../src/wire/openai/responsesFrames.ts';
import { readAsked } from '../../src/wire/openai/responsesRequest.ts';
import { wireSettings, type WireSettings } from '../../src/wire/settings.ts';

const body = {
  model: 'mock',
  input: 'Why?',
  background: true,
  reasoning: { summary: 'auto' },
  tools: [
    { type: 'function', name: 'weather', parameters: { properties: { city: { type: 'string' } } } },
  ],
};
const asked = readAsked(body);
const answerOf = (settings: WireSettings, more: Partial<Ask> = {}) =>
  answerTo({ ...asked.ask, ...more }, settings);

const dialects: Record<string, (settings: WireSettings) => { frames: Frame[]; failure: string }> = {
  'Anthropic messages': (settings) => ({
    frames: messageFrames('msg_1', 'mock', answerOf(settings), settings),
    failure: messageFailure,
  }),
  'OpenAI chat completions': (settings) => ({
    frames: completionFrames(
      'chatcmpl-1',
      'mock',
      answerOf(settings, { thinking: 'hidden' }),
      settings,
      true,
    ),
    failure: completionFailure,
  }),
  'OpenAI responses': (settings) => {
    const making = { id: 'resp_1', asked, answer: answerOf(settings), created: 0, completed: 1 };
    return { frames: responseFrames(making, settings), failure: '' };
  },
};

interface Seen {
  event: string | undefined;
  data: string;
}

/** What was meant: one event each, as it was encoded. */
function meant(frames: readonly Frame[]): Seen[] {
  return frames
    .flatMap(({ text }) => text.split('\n\n'))
    .filter(Boolean)
    .map((event) => ({
      event: /^event: (.*)$/m.exec(event)?.[1],
      data: /^data: (.*)$/m.exec(event)![1]!,
    }));
}

/** What is read of the bytes when they come in pieces that end at `cuts`. */
function read(bytes: Uint8Array, cuts: readonly number[]): Seen[] {
  const seen: Seen[] = [];
  const parser = createParser({ onEvent: ({ event, data }) => seen.push({ event, data }) });
  const decoder = new TextDecoder();
  let from = 0;
  for (const to of [...new Set(cuts.map((cut) => cut % bytes.length)), bytes.length].sort(
    (a, b) => a - b,
  )) {
    parser.feed(decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length }));
    from = to;
  }
  return seen;
}

describe.each(Object.entries(dialects))('%s', (_, dialect) => {
  const settingsOf = (given: Record<string, unknown>) => {
    const words = Object.entries({ tokens: 9, reasoning: 3, ...given });
    const { settings, problems } = wireSettings(
      words.map(([name, value]) => [name, String(value)]),
    );
    expect(problems).toEqual([]);
    return settings;
  };

  it('is read as it was meant', () => {
    const streams = fc.record({
      response: fc.constantFrom('chat', 'japanese', 'code'),
      group: fc.integer({ min: 1, max: 4 }),
      toolcalls: fc.integer({ min: 1, max: 3 }),
      lines: fc.constantFrom('lf', 'crlf', 'cr'),
      comments: fc.constantFrom('off', 'on'),
      heartbeat: fc.constantFrom('never', 50),
    });
    const cuts = fc.array(fc.nat(), { maxLength: 60 });
    fc.assert(
      fc.property(streams, cuts, (given, at) => {
        const settings = settingsOf(given);
        const { frames, failure } = dialect(settings);
        const sent = withFaults(paced(frames, settings), settings, failure).frames;
        const bytes = Buffer.from(sent.map(({ text }) => text).join(''));
        expect(read(bytes, at)).toEqual(meant(frames));
      }),
    );
  });

  it.each(['lf', 'crlf', 'cr'])('is read byte by byte: %s', (lines) => {
    const settings = settingsOf({ response: 'japanese', lines });
    const { frames } = dialect(settings);
    const bytes = Buffer.from(
      withFaults(frames, settings, '')
        .frames.map(({ text }) => text)
        .join(''),
    );
    expect(read(bytes, [...bytes.keys()])).toEqual(meant(frames));
  });
});
