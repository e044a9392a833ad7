// The server is killed in mid-job, more than once: what a client had been told is still so.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { script } from '../../src/wire/jobs/script.ts';
import { wireSettings } from '../../src/wire/settings.ts';
import { heard } from './jobServer.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** `npm run wire -- --port 0 --store sqlite:…`, as soon as it says where it is. */
async function start() {
  const words = ['scripts/wire.ts', '--port', '0', '--store', `sqlite:${join(folder, 'wire.db')}`];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  for await (const line of createInterface(child.stdout)) {
    const [origin] = /http:\S+/.exec(line)!;
    const kill = async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      running.delete(child);
    };
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(origin + path, { redirect: 'manual', ...init });
    const json = async (path: string, init?: RequestInit) =>
      (await (await ask(path, init)).json()) as { id: string };
    return { kill, ask, json };
  }
  throw new Error('The server has ended.');
}

const post = (body: object, headers = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers,
});
const work = 'jobms=2000&response=label';
const submit = post({ question: 'Why?' }, { 'idempotency-key': '"once"' });
const messages = [{ role: 'user', content: 'Happy or not?' }];
const params = { model: 'mock', max_tokens: 8, messages };
const batch = { requests: [{ custom_id: 'review', params }] };

it('a killed server loses nothing that it has told', async () => {
  let server = await start();
  const accepted = await server.ask(`/jobs?${work}`, submit);
  const job = accepted.headers.get('location')!;
  const other = (await server.ask('/jobs', post({ question: 'How?' }))).headers.get('location')!;
  expect((await server.ask(other, { method: 'DELETE' })).status).toBe(204);
  const { id } = await server.json('/v1/messages/batches?dayms=600000&batchhours=48', post(batch));
  const created = await server.json(`/v1/messages/batches/${id}`);

  const events: unknown[] = [];
  for (const count of [2, 5, Infinity]) {
    const headers = events.length > 0 ? { 'last-event-id': String(events.length) } : {};
    const connection = await server.ask(`${job}/events`, { headers });
    let killed: Promise<void> | undefined;
    const told = await heard(connection, (n) => {
      if (n === count) killed = server.kill();
    });
    events.push(...told.events);
    // On a very slow machine the job may be over by now: then there is nothing left to kill it in.
    if (!killed) break;
    await killed;
    server = await start();

    // The same key, the same job; what it has told, it tells again.
    expect((await server.ask(`/jobs?${work}`, submit)).headers.get('location')).toBe(job);
    const leave = new AbortController();
    const again = await server.ask(`${job}/events`, { signal: leave.signal });
    const replayed = await heard(again, (n) => {
      if (n === events.length) leave.abort();
    });
    expect(replayed.events.slice(0, events.length)).toEqual(events);
    expect(await server.json(other)).toMatchObject({ state: 'cancelled' });
    expect(await server.json(`/v1/messages/batches/${id}`)).toEqual(created);
  }

  const { settings } = wireSettings(new URLSearchParams(work));
  expect(events).toEqual(
    script(settings, `${job}/result`).map(({ type, data }, i) => ({ id: i + 1, type, data })),
  );
  expect((await server.ask(job)).status).toBe(303);
  expect(
    (await server.ask(`${job}/events`, { headers: { 'last-event-id': String(events.length) } }))
      .status,
  ).toBe(204);
});
