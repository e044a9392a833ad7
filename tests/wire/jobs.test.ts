// Jobs, asked for over HTTP on a clock that is moved by hand.
import { describe, expect, it } from 'vitest';
import { answerOf, script } from '../../src/wire/jobs/script.ts';
import { wireSettings } from '../../src/wire/settings.ts';
import { exchanges } from '../content/httpExchange.ts';
import { snippet } from '../content/snippets.ts';
import { jobServer } from './jobServer.ts';

const settingsOf = (query: string) => wireSettings(new URLSearchParams(query)).settings;

describe('job.http', () => {
  const [submit, status, done, cancel] = exchanges(snippet('job.http'));

  it('is answered as the article prints it', async () => {
    const { clock, wire, ask } = await jobServer();
    for (let n = 1; n < 17; n++) wire.store.next('job');
    const expectPrinted = async ({ request, response }: typeof submit & object) => {
      const { method, url, headers, body } = request;
      const answer = await ask(url.pathname, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      expect(answer.status).toBe(response.status);
      for (const [name, value] of response.headers) expect(answer.headers.get(name)).toBe(value);
      if (response.body !== undefined) expect(await answer.json()).toEqual(response.body);
      return answer;
    };
    await expectPrinted(submit!);
    await clock.pass(5_800);
    await expectPrinted(status!);
    await clock.pass(19_200);
    const { headers } = await expectPrinted(done!);
    const result = await ask(headers.get('location')!);
    expect(await result.json()).toEqual({
      ...(submit!.request.body as object),
      answer: answerOf(settingsOf('')),
    });
  });

  it('cancels as the article prints it', async () => {
    const { wire, ask, submit: post } = await jobServer();
    for (let n = 1; n < 17; n++) wire.store.next('job');
    await post();
    const { method, url } = cancel!.request;
    expect((await ask(url.pathname, { method })).status).toBe(cancel!.response.status);
  });
});

describe('a job', () => {
  it.each([
    { name: 'retrieves', at: 0, expect: { state: 'running', step: 'retrieve', progress: 0 } },
    { name: 'plans', at: 4_000, expect: { state: 'running', step: 'plan', progress: 0.25 } },
    { name: 'executes', at: 13_000, expect: { state: 'running', step: 'execute', progress: 0.63 } },
    { name: 'writes', at: 24_999, expect: { state: 'running', step: 'synthesise', progress: 1 } },
  ])('$name at $at ms', async ({ at, expect: expected }) => {
    const { clock, ask, submit } = await jobServer();
    await submit();
    await clock.pass(at);
    const answer = await ask('/jobs/1');
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toEqual(expected);
  });

  it('keeps how it failed where it is asked for', async () => {
    const { clock, ask, submit } = await jobServer();
    await submit('jobfail=plan&jobms=2500');
    await clock.pass(700);
    const answer = await ask('/jobs/1');
    expect(answer.status).toBe(200);
    expect(answer.headers.has('retry-after')).toBe(false);
    expect(await answer.json()).toMatchObject({
      state: 'failed',
      progress: 0.5,
      error: 'The setting jobfail=plan asked for this.',
    });
  });

  it('is cancelled once and for all', async () => {
    const { clock, ask, submit } = await jobServer();
    await submit();
    await clock.pass(5_500);
    for (let n = 0; n < 2; n++)
      expect((await ask('/jobs/1', { method: 'DELETE' })).status).toBe(204);
    await clock.pass(60_000);
    expect(await (await ask('/jobs/1')).json()).toEqual({
      state: 'cancelled',
      step: 'plan',
      progress: 0.38,
      error: 'The job was cancelled.',
    });
  });

  const refused = [
    { name: 'no question', path: '/jobs', init: { method: 'POST', body: '{}' }, status: 400 },
    { name: 'no JSON', path: '/jobs', init: { method: 'POST', body: 'Why?' }, status: 400 },
    { name: 'no such job', path: '/jobs/99', init: {}, status: 404 },
    { name: 'no result yet', path: '/jobs/1/result', init: {}, status: 404 },
    { name: 'no such setting', path: '/jobs/1?pace=3', init: {}, status: 400 },
    { name: 'no such method', path: '/jobs/1', init: { method: 'POST' }, status: 405 },
    {
      name: 'no id of its events',
      path: '/jobs/1/events',
      init: { headers: { 'last-event-id': '7' } },
      status: 400,
    },
  ];
  it.each(refused)('refuses in a problem document: $name', async ({ path, init, status }) => {
    const { ask, submit } = await jobServer();
    await submit();
    const answer = await ask(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: answer.statusText,
      status,
      detail: expect.stringMatching(/./) as string,
    });
  });

  it('cannot be cancelled when it is done', async () => {
    const { clock, ask, submit } = await jobServer();
    await submit();
    await clock.pass(25_000);
    expect((await ask('/jobs/1', { method: 'DELETE' })).status).toBe(409);
  });
});

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': '"a"' };

  it.each([
    {
      name: 'the same key and body: the same job',
      headers: key,
      body: { question: 'Why?' },
      expect: [202, '/jobs/1'],
    },
    {
      name: 'with or without quotes',
      headers: { 'idempotency-key': 'a' },
      body: { question: 'Why?' },
      expect: [202, '/jobs/1'],
    },
    {
      name: 'another key: another job',
      headers: { 'idempotency-key': '"b"' },
      body: { question: 'Why?' },
      expect: [202, '/jobs/2'],
    },
    {
      name: 'no key: another job',
      headers: {},
      body: { question: 'Why?' },
      expect: [202, '/jobs/2'],
    },
    {
      name: 'another body: refused',
      headers: key,
      body: { question: 'How?' },
      expect: [422, null],
    },
    {
      name: 'an empty key: refused',
      headers: { 'idempotency-key': '""' },
      body: { question: 'Why?' },
      expect: [400, null],
    },
  ])('$name', async ({ headers, body, expect: expected }) => {
    const { submit } = await jobServer();
    await submit('', key);
    const answer = await submit('', headers, body);
    expect([answer.status, answer.headers.get('location')]).toEqual(expected);
  });

  it('finds the job whose answer was lost', async () => {
    const { clock, wire, submit, ask } = await jobServer();
    const leave = new AbortController();
    const lost = ask('/jobs?headersms=1000', {
      method: 'POST',
      body: '{"question": "Why?"}',
      headers: key,
      signal: leave.signal,
    });
    await expect.poll(() => wire.store.ids('job')).toEqual(['1']);
    leave.abort();
    await expect(lost).rejects.toHaveProperty('name', 'AbortError');
    await clock.pass(0);
    expect((await submit('', key)).headers.get('location')).toBe('/jobs/1');
    expect(wire.store.ids('job')).toEqual(['1']);
  });
});

describe('what a job tells', () => {
  const reports = script(settingsOf(''), '/jobs/1/result');

  it('comes in order, and is over at its end', () => {
    const times = reports.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(reports.at(-1)).toMatchObject({ at: 25_000, type: 'done' });
    expect(reports.filter(({ type }) => type === 'progress')).toHaveLength(9);
  });

  it('is the text of the scenario, while the last step lasts', () => {
    const text = reports.filter(({ type }) => type === 'message');
    expect(text.map(({ data }) => (data as { text: string }).text).join('')).toBe(
      answerOf(settingsOf('')),
    );
    expect(text.at(-1)!.at).toBe(25_000);
    expect(text[0]!.at).toBeGreaterThan(19_000);
  });
});
