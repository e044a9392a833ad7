import { EventSourceParserStream } from 'eventsource-parser/stream';
import { onTestFinished } from 'vitest';
import { Wire, type WireOptions } from '../../src/wire/wire.ts';
import { handClock } from './handClock.ts';

/** A mock server for the time of one test, on a clock that is moved by hand, and ways to ask it for jobs. */
export async function jobServer(options: WireOptions = {}) {
  const clock = handClock();
  const wire = new Wire({ clock, ...options });
  const origin = `http://127.0.0.1:${String(await wire.listen(0))}`;
  onTestFinished(() => wire.close());
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { redirect: 'manual', ...init });
  const submit = (query = '', headers = {}, body: unknown = { question: 'Why?' }) =>
    ask(`/jobs?${query}`, { method: 'POST', body: JSON.stringify(body), headers });

  /** The events of job 1 after `last`, from one connection, however it ends; once it is there, and when it is over. */
  async function listen(query = '', last = 0) {
    const headers = last > 0 ? { 'last-event-id': String(last) } : {};
    const answer = await ask(`/jobs/1/events?${query}`, { headers });
    return { status: answer.status, heard: heard(answer) };
  }
  return { clock, wire, origin, ask, submit, listen };
}

export interface Heard {
  events: { id: number; type: string; data: unknown }[];
  comments: string[];
  retry: number[];
  /** Whether the connection ended as it should. */
  ended: boolean;
}

/** Everything that an event stream says, until it ends or is torn. `each` is told how many events there are by now. */
export async function heard(
  answer: Response,
  each: (count: number) => void = () => undefined,
): Promise<Heard> {
  const all: Heard = { events: [], comments: [], retry: [], ended: false };
  if (!answer.body) return { ...all, ended: true };
  const parser = new EventSourceParserStream({
    onComment: (comment) => all.comments.push(comment.trim()),
    onRetry: (ms) => all.retry.push(ms),
  });
  const text = answer.body.pipeThrough(new TextDecoderStream());
  try {
    for await (const { id, event, data } of text.pipeThrough(parser))
      each(all.events.push({ id: Number(id), type: event ?? 'message', data: JSON.parse(data) }));
    all.ended = true;
  } catch {
    // Cut off: what was heard stands.
  }
  return all;
}
