import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { onTestFinished } from 'vitest';
import { Wire, type WireOptions } from '../../src/wire/wire.ts';
import { handClock } from './handClock.ts';

/** A thousandth, so that every time of the day is a whole number of milliseconds. */
const HOUR = 3_600;

/** A mock server for the time of one test whose day takes 86.4 s of a clock that is moved by hand, and clients of it. */
export async function batchServer(settings = '', options: WireOptions = {}) {
  const clock = handClock(Date.UTC(2026, 10, 23));
  const wire = new Wire({ clock, ...options });
  const origin = `http://127.0.0.1:${String(await wire.listen(0))}`;
  onTestFinished(() => wire.close());
  const headers = { 'x-feels-fast': `dayms=${String(24 * HOUR)}&${settings}` };
  const client = { apiKey: 'none', defaultHeaders: headers, maxRetries: 0 };
  return {
    clock,
    wire,
    origin,
    anthropic: new Anthropic({ ...client, baseURL: origin }),
    openai: new OpenAI({ ...client, baseURL: `${origin}/v1` }),
    /** Lets so many hours of the batch's day pass. */
    hours: (count: number) => clock.pass(Math.round(count * HOUR)),
    ask: (path: string, init: RequestInit = {}) => fetch(origin + path, { headers, ...init }),
  };
}

export async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}
