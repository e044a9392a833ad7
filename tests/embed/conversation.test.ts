import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { converse } from '../../src/components/embed/conversation.ts';

const ours = { ns: 'feels-fast', v: 1 };

/** A frame whose window keeps what it is told, and a way to speak as somebody. */
function setting() {
  let listener!: (event: unknown) => void;
  vi.stubGlobal('addEventListener', (_: string, given: typeof listener) => (listener = given));
  const told: unknown[] = [];
  const contentWindow = { postMessage: (message: unknown) => told.push(message) };
  const heard = { onready: vi.fn(), onheight: vi.fn(), onvalues: vi.fn() };
  const known = { rate: 60, proxy: 'pass' };
  const frame = { contentWindow } as unknown as HTMLIFrameElement;
  const conversation = converse(frame, known, heard);
  const say = (data: unknown, source: unknown = contentWindow) => listener({ source, data });
  const changed = (values: object) =>
    say({ ...ours, type: 'event', name: 'ff-change', detail: { values } });
  return { told, heard, conversation, say, changed };
}

let s: ReturnType<typeof setting>;
beforeEach(() => void (s = setting()));
afterEach(() => vi.unstubAllGlobals());

test('only what differs from what the figure has is sent', () => {
  s.conversation.set({ rate: 60, proxy: 'pass' });
  expect(s.told).toEqual([]);
  s.conversation.set({ rate: 90, proxy: 'pass' });
  s.conversation.set({ rate: 90, proxy: 'hold' });
  expect(s.told).toEqual([
    { ...ours, type: 'set', values: { rate: 90 } },
    { ...ours, type: 'set', values: { proxy: 'hold' } },
  ]);
});

test('what comes back of our own is no change, what somebody does in the frame is', () => {
  s.conversation.set({ rate: 90, proxy: 'pass' });
  s.conversation.set({ rate: 91, proxy: 'pass' });
  s.changed({ rate: 90, proxy: 'pass' });
  s.changed({ rate: 91, proxy: 'pass' });
  expect(s.heard.onvalues).not.toHaveBeenCalled();
  s.changed({ rate: 90, proxy: 'pass' });
  expect(s.heard.onvalues.mock.calls).toEqual([[{ rate: 90, proxy: 'pass' }]]);
  // Taken up, it is not sent back.
  s.conversation.set({ rate: 90, proxy: 'pass' });
  expect(s.told).toHaveLength(2);
});

describe('heights', () => {
  test.each([
    { given: 400, expected: [[400]] },
    { given: 10, expected: [[80]] },
    { given: 1e9, expected: [[10_000]] },
    { given: NaN, expected: [] },
    { given: '400', expected: [] },
    { given: undefined, expected: [] },
  ])('$given', ({ given, expected }) => {
    s.say({ ...ours, type: 'resize', height: given });
    expect(s.heard.onheight.mock.calls).toEqual(expected);
  });
});

test.each([
  { name: 'another window', data: { ...ours, type: 'ready' }, source: {} },
  { name: 'another namespace', data: { ns: 'other', v: 1, type: 'ready' } },
  { name: 'another protocol', data: { ns: 'feels-fast', v: 2, type: 'ready' } },
  { name: 'text', data: 'ready' },
  { name: 'nothing', data: null },
])('is not heard: $name', ({ data, source }) => {
  s.say(data, source);
  expect(s.heard.onready).not.toHaveBeenCalled();
  s.say({ ...ours, type: 'ready' });
  expect(s.heard.onready).toHaveBeenCalledOnce();
});

test.each([undefined, null, {}, { values: null }, { values: 'all' }])(
  'a change without values is none: %j',
  (detail) => {
    s.say({ ...ours, type: 'event', name: 'ff-change', detail });
    expect(s.heard.onvalues).not.toHaveBeenCalled();
  },
);
