import type { ResponseError, ResponseStatus } from 'openai/resources/responses/responses';
import { sseEvent } from '../../sim/index.ts';
import { lastAt } from '../answer.ts';
import { grouped, type Frame } from '../frames.ts';
import { blocksOf, responseOf, type Making } from './responseObject.ts';
import { closes, delta, opens, type Told } from './responsesEvents.ts';
import type { WireSettings } from '../settings.ts';

const encode = (events: readonly Told[], from: number) =>
  events
    .map(({ type, ...rest }, i) => sseEvent({ type, sequence_number: from + i, ...rest }, type))
    .join('');

/** A moment in the response's life. OpenAI's type has a field that only their client adds. */
const moment = (making: Making, type: string, status: ResponseStatus, error?: ResponseError) =>
  ({ type: `response.${type}`, response: responseOf(making, status, error) }) as Told;

/** The SSE events of a text. */
export const eventsIn = (text: string): string[] => text.split(/(?<=\n\n)/).filter(Boolean);

/**
 * The events of a streamed response, numbered from 0, each at the time at which the model has what is in it. An item's
 * beginning is written in one go with its first token. In the background it waits in a queue for half of `ttft`.
 * https://developers.openai.com/api/reference/resources/responses/streaming-events
 */
export function framesOf(making: Making, settings: WireSettings): Frame[] {
  const { id, asked, answer } = making;
  const frames: Frame[] = [];
  let sequence = 0;
  const add = (kind: Frame['kind'], at: number, events: readonly Told[], tokens = 0) => {
    frames.push({ kind, at, text: encode(events, sequence), tokens });
    sequence += events.length;
  };

  const blocks = blocksOf(answer);
  const items = blocks.map((block, i) => ({
    id,
    block,
    i,
    cutShort: answer.stop === 'length' && i === blocks.length - 1,
  }));
  const [first] = items;
  const hidden = first?.block.pieces.length === 0 ? first : undefined;

  const { background } = asked;
  const created = moment(making, 'created', background ? 'queued' : 'in_progress');
  add('opening', 0, background ? [created, moment(making, 'queued', 'queued')] : [created]);
  add('opening', background ? settings.ttft / 2 : 0, [
    moment(making, 'in_progress', 'in_progress'),
    ...(hidden ? opens(hidden) : []),
  ]);

  let before: Told[] = hidden ? closes(hidden) : [];
  for (const item of items) {
    if (item === hidden) continue;
    before.push(...opens(item));
    for (const { text, at, tokens } of grouped(item.block.pieces, settings.group)) {
      add('delta', at, [...before, delta(item, text)], tokens);
      before = [];
    }
    add('between', frames.at(-1)!.at, closes(item));
  }
  const status = answer.stop === 'length' ? 'incomplete' : 'completed';
  add('closing', lastAt(answer, settings), [...before, moment(making, status, status)]);
  return frames;
}

/** What is said when a response fails after some of it has been sent. */
export function failure(making: Making, sent: readonly Frame[]): string {
  const error = { code: 'server_error' as const, message: 'The setting errorat asked for this.' };
  const next = sent.flatMap(({ text }) => eventsIn(text)).length;
  return encode(
    [{ type: 'error', ...error, param: null }, moment(making, 'failed', 'failed', error)],
    next,
  );
}
