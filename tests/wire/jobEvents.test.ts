// What a job tells over server-sent events: all of it, once, whatever happens to the connection.
import { EventSource } from 'eventsource';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pollJob } from '../../src/content/snippets/poll-job.ts';
import { follow, stop } from '../../src/content/snippets/resume-stream.ts';
import { answerOf, script } from '../../src/wire/jobs/script.ts';
import { memoryStore } from '../../src/wire/store/memory.ts';
import { wireSettings } from '../../src/wire/settings.ts';
import { jobServer } from './jobServer.ts';

const { settings } = wireSettings([]);
const all = script(settings, '/jobs/1/result').map(({ type, data }, i) => ({
  id: i + 1,
  type,
  data,
}));
const overall = 25_000;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('GET /jobs/:id/events', () => {
  it.each([0, 3_999, 4_000, 12_345, 24_000, 25_000])(
    'tells everything to who comes after %i ms',
    async (late) => {
      const { clock, submit, listen } = await jobServer();
      await submit();
      await clock.pass(late);
      const { heard } = await listen();
      await clock.pass(overall - late);
      expect(await heard).toEqual({ events: all, comments: [], retry: [], ended: true });
    },
  );

  it('is torn when the store fails, and does not end as if the job were over', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = memoryStore();
    const { clock, submit, listen } = await jobServer({ store });
    await submit();
    const { heard } = await listen();
    vi.spyOn(store, 'append').mockImplementation(() => {
      throw new Error('disk full');
    });
    await clock.pass(overall);
    expect((await heard).ended).toBe(false);
    expect(said.mock.calls).toEqual([[new Error('disk full')]]);
  });

  it('tells it when it is due', async () => {
    const { clock, wire, submit, listen } = await jobServer();
    await submit();
    const { heard } = await listen();
    const [progress] = wire.streams.keys();
    await clock.pass(overall);
    await heard;
    const times = script(settings, '').map(({ at }) => at);
    expect(progress!.written.map(({ at }) => at)).toEqual(times);
    expect(progress!.written.map(({ due }) => due)).toEqual(times);
  });

  it.each([
    'cut=1',
    'cut=7',
    'cut=100',
    'cutms=900',
    'cutms=4000',
    'cut=5&lines=cr&split=3&comments=on',
  ])('%s: who names the last id gets the rest, nothing lost and nothing twice', async (query) => {
    const { clock, submit, listen } = await jobServer();
    await submit();
    const events: unknown[] = [];
    for (let status = 200; status === 200;) {
      const connection = await listen(query, events.length);
      ({ status } = connection);
      const { heard } = connection;
      await clock.passUntil(heard);
      events.push(...(await heard).events);
    }
    expect(events).toEqual(all);
  });

  it('says 204 to who has had everything, and to nobody else', async () => {
    const { clock, submit, listen } = await jobServer();
    await submit();
    await clock.pass(overall);
    expect((await listen('', all.length)).status).toBe(204);
    const { status, heard } = await listen('', all.length - 1);
    expect(status).toBe(200);
    expect((await heard).events).toEqual(all.slice(-1));
  });

  it('beats when there is nothing to say', async () => {
    const { clock, submit, listen } = await jobServer();
    await submit();
    const { heard } = await listen('heartbeat=1500&retry=250');
    await clock.pass(overall);
    const { comments, retry, events } = await heard;
    // Two before 4 s, one in each pause from there to 19 s; the text is faster.
    expect(comments).toEqual(Array<string>(9).fill('heartbeat'));
    expect(retry).toEqual([250]);
    expect(events).toEqual(all);
  });

  it('tells everybody that it was cancelled, at once', async () => {
    const { clock, submit, ask, listen } = await jobServer();
    await submit();
    const listeners = [await listen(), await listen()];
    await clock.pass(5_000);
    await ask('/jobs/1', { method: 'DELETE' });
    for (const { heard } of listeners) {
      const { events, ended } = await heard;
      expect(events.map(({ type }) => type)).toEqual(['progress', 'cancelled']);
      expect(ended).toBe(true);
    }
    expect(clock.waiting()).toBe(0);
    expect((await listen('', 2)).status).toBe(204);
  });

  it('waits for nobody who has left', async () => {
    const { clock, wire, submit, ask } = await jobServer();
    await submit();
    const leave = new AbortController();
    await ask('/jobs/1/events', { signal: leave.signal });
    expect(clock.waiting()).toBe(1);
    leave.abort();
    await expect.poll(() => wire.streams.size).toBe(0);
    expect(clock.waiting()).toBe(0);
    expect(wire.bell.eventNames()).toEqual([]);
  });
});

describe("the article's code", () => {
  it('poll-job.ts asks until it is sent to the result', async () => {
    const { clock, origin, submit } = await jobServer();
    await submit();
    const later = setTimeout;
    vi.stubGlobal('setTimeout', (callback: () => void, ms: number) =>
      ms >= 5_000 && ms <= 6_250 ? void clock.pass(ms).then(callback) : later(callback, ms),
    );
    const shown: number[] = [];
    const reply = await pollJob(`${origin}/jobs/1`, new AbortController().signal, (progress) =>
      shown.push(progress),
    );
    expect(await reply.json()).toEqual({ question: 'Why?', answer: answerOf(settings) });
    expect(shown.length).toBeGreaterThanOrEqual(4);
    expect(shown).toEqual([...shown].sort());
  });

  it.each(['', 'cut=40&retry=1'])(
    'resume-stream.ts with `eventsource` shows the text once, to its end: %s',
    async (query) => {
      const { clock, origin, submit } = await jobServer();
      await submit();
      const connections = vi.fn(fetch);
      vi.stubGlobal(
        'EventSource',
        class extends EventSource {
          constructor(url: string) {
            super(`${url}?${query}`, { fetch: connections });
          }
        },
      );
      const shown: string[] = [];
      const followed = follow(
        `${origin}/jobs/1`,
        (text) => shown.push(text),
        new AbortController().signal,
      );
      await expect.poll(() => clock.waiting()).toBe(1);
      await clock.pass(overall);
      await followed;
      expect(shown.join('')).toBe(answerOf(settings));
      expect(connections).toHaveBeenCalledTimes(query ? Math.ceil(all.length / 40) : 1);
    },
  );

  it('`eventsource` stops at 204', async () => {
    const { clock, origin, submit } = await jobServer();
    await submit('tokens=5');
    await clock.pass(overall);
    const statuses: number[] = [];
    const source = new EventSource(`${origin}/jobs/1/events?retry=1`, {
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        statuses.push(answer.status);
        return answer;
      },
    });
    await expect.poll(() => source.readyState).toBe(EventSource.CLOSED);
    expect(statuses).toEqual([200, 204]);
  });

  it('stop cancels', async () => {
    const { origin, submit, listen } = await jobServer();
    await submit();
    const { heard } = await listen();
    expect((await stop(`${origin}/jobs/1`)).status).toBe(204);
    expect((await heard).events.map(({ type }) => type)).toEqual(['cancelled']);
  });
});
