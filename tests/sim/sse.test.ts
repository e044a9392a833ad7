import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dialect, ResponseId } from '../../src/sim/index.ts';
import {
  encoders,
  responseTokens,
  scenarioFields,
  send,
  sseEvent,
  tokensOf,
  utf8Length,
} from '../../src/sim/index.ts';
import { dialects, pieces } from './arbitraries.ts';

const utf8 = new TextEncoder();

/** Bytes written up to and including each event, from what is really written. */
function realEnds(text: readonly string[], dialect: Dialect, group: number): number[] {
  const encoder = encoders[dialect];
  let bytes = utf8.encode(encoder.opening()).length;
  const ends: number[] = [];
  for (let i = 0; i < text.length; i += group) {
    bytes += utf8.encode(encoder.delta(text.slice(i, i + group).join(''))).length;
    ends.push(bytes);
  }
  return ends;
}

describe('the byte counts of a trace are those of the encoded events', () => {
  for (const response of scenarioFields.response.values as readonly ResponseId[]) {
    for (const dialect of dialects) {
      it.each([1, 2, 3, 7, 64])(`${response}, ${dialect}, %d per event`, (group) => {
        const wire = send({ response, dialect, group });
        expect([...wire.ends]).toEqual(
          realEnds(responseTokens(response, dialect).text, dialect, group),
        );
      });
    }
  }

  it('of any text', () => {
    fc.assert(
      fc.property(
        pieces(),
        fc.constantFrom(...dialects),
        fc.integer({ min: 1, max: 9 }),
        (text, dialect, group) => {
          const wire = send({ group }, tokensOf(text, dialect));
          expect([...wire.ends]).toEqual(realEnds(text, dialect, group));
        },
      ),
    );
  });
});

describe('UTF-8 length', () => {
  const cases = [
    { name: 'nothing', given: '', expect: 0 },
    { name: 'ASCII', given: 'a\n"', expect: 3 },
    {
      name: 'the edges of the lengths',
      given: '\u007f\u0080\u07ff\u0800\uffff',
      expect: 1 + 2 + 2 + 3 + 3,
    },
    { name: 'just outside the surrogates', given: '\ud7ff\ue000', expect: 6 },
    { name: 'a character of the basic plane', given: '食', expect: 3 },
    { name: 'one beyond it', given: '👍', expect: 4 },
    { name: 'a family', given: '👨‍👩‍👧‍👦', expect: 25 },
  ];
  it.each(cases)('$name', ({ given, expect: bytes }) => expect(utf8Length(given)).toBe(bytes));

  it('is that of the encoder for any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Length(text)).toBe(utf8.encode(text).length);
      }),
    );
  });
});

describe('events', () => {
  const cases = [
    { name: 'data only', given: sseEvent('[DONE]'), expect: 'data: [DONE]\n\n' },
    {
      name: 'named',
      given: sseEvent({ type: 'ping' }, 'ping'),
      expect: 'event: ping\ndata: {"type":"ping"}\n\n',
    },
    {
      name: 'a delta of the messages dialect',
      given: encoders.messages.delta('a"\n'),
      expect:
        'event: content_block_delta\n' +
        'data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a\\"\\n"}}\n\n',
    },
  ];
  it.each(cases)('$name', ({ given, expect: text }) => expect(given).toBe(text));

  const types = (stream: string) => [...stream.matchAll(/^event: (.*)$/gm)].map(([, type]) => type);
  const data = (stream: string) => [...stream.matchAll(/^data: (.*)$/gm)].map(([, text]) => text!);

  it('messages: the order of a whole stream, and every type twice', () => {
    const { opening, delta, closing } = encoders.messages;
    const stream = opening() + delta('Hi') + closing(7);
    expect(types(stream)).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    expect(data(stream).map((text) => (JSON.parse(text) as { type: string }).type)).toEqual(
      types(stream),
    );
    expect(stream).toContain('"output_tokens":7');
    expect(stream).toContain('"stop_reason":"end_turn"');
  });

  it('completions: role first, no finish reason until the end, then [DONE]', () => {
    const { opening, delta, closing } = encoders.completions;
    const all = data(opening() + delta('Hi') + closing(7));
    expect(all.at(-1)).toBe('[DONE]');
    const choices = all
      .slice(0, -1)
      .map((text) => (JSON.parse(text) as { choices: object[] }).choices[0]);
    expect(choices).toEqual([
      { index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null },
      { index: 0, delta: { content: 'Hi' }, finish_reason: null },
      { index: 0, delta: {}, finish_reason: 'stop' },
    ]);
  });
});
