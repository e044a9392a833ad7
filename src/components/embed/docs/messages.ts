import type { FromFrame, FromHost } from '../../../embed/messages.ts';

/** For each message what it says, and what each of its fields holds: the compiler counts them. */
type Words<Message extends { type: string }> = {
  readonly [Type in Message['type']]: {
    readonly says: string;
    readonly fields: Readonly<
      Record<Exclude<keyof Extract<Message, { type: Type }>, 'type'>, string>
    >;
  };
};

export const fromFrame: Words<FromFrame> = {
  ready: {
    says: 'Here I am, and I can hear you.',
    fields: { figure: 'its id, “token-flow”', version: 'the release it is from' },
  },
  resize: {
    says: 'This is how high I am now. Sent at once, and when it changes.',
    fields: { height: 'in px, a whole number' },
  },
  event: {
    says: 'One of the events above.',
    fields: { name: 'which: “ff-change”', detail: 'its detail' },
  },
};

export const fromHost: Words<FromHost> = {
  hello: { says: 'Say “ready” and “resize” again: I was not listening.', fields: {} },
  set: {
    says: 'Change settings.',
    fields: { values: 'names and values: { rate: 120 }. `null` is the default.' },
  },
  command: {
    says: 'Play, pause, or go to a moment.',
    fields: { name: '“play”, “pause” or “seek”', value: 'for “seek”: the moment, in ms' },
  },
  theme: {
    says: 'Be light or dark.',
    fields: {
      theme: '“light”, “dark” or “auto”',
      hint: '`true`: only if nobody has given it a theme; the loader says that',
    },
  },
};
