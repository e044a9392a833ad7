// OpenAI's batches, through OpenAI's own client, on a day that is moved by hand.
import OpenAI, { toFile } from 'openai';
import { describe, expect, it } from 'vitest';
import { batchServer } from './batchServer.ts';
import { snippet } from '../content/snippets.ts';

const chat = '/v1/chat/completions' as const;
const messages = [{ role: 'user', content: 'Happy or not?' }];
const line = (custom_id: string, more = {}, url: string = chat) => ({
  custom_id,
  method: 'POST',
  url,
  body: { model: 'mock', messages, ...more },
});
const ids = Array.from({ length: 10 }, (_, i) => `review-${String(i)}`);
const lines = ids.map((id) => line(id));

interface Result {
  custom_id: string;
  response: { status_code: number; body: Record<string, unknown> } | null;
  error: { code: string } | null;
}

async function started(
  openai: OpenAI,
  requests: readonly object[] | string,
  endpoint: typeof chat | '/v1/responses' = chat,
) {
  const text =
    typeof requests === 'string' ? requests : requests.map((one) => JSON.stringify(one)).join('\n');
  const file = await openai.files.create({
    purpose: 'batch',
    file: await toFile(Buffer.from(text), 'requests.jsonl'),
  });
  return openai.batches.create({ input_file_id: file.id, endpoint, completion_window: '24h' });
}

async function resultsIn(openai: OpenAI, file: string | null | undefined): Promise<Result[]> {
  if (!file) return [];
  const text = await (await openai.files.content(file)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((json) => JSON.parse(json) as Result);
}

describe('a file', () => {
  it('is uploaded, described and given back', async () => {
    const { openai } = await batchServer();
    const text = snippet('requests.jsonl');
    const file = await openai.files.create({
      purpose: 'batch',
      file: await toFile(Buffer.from(text), 'requests.jsonl'),
    });
    expect(file).toMatchObject({
      object: 'file',
      filename: 'requests.jsonl',
      purpose: 'batch',
      bytes: Buffer.byteLength(text),
      created_at: Date.UTC(2026, 10, 23) / 1000,
    });
    expect(await openai.files.retrieve(file.id)).toEqual(file);
    expect(await (await openai.files.content(file.id)).text()).toBe(text);
  });

  it.each([
    {
      name: 'another purpose',
      given: { purpose: 'vision', file: new File(['x'], 'x') },
      expect: /purpose: /,
    },
    { name: 'no file', given: { purpose: 'batch' }, expect: /file: Field required/ },
  ])('is refused: $name', async ({ given, expect: message }) => {
    const { ask } = await batchServer();
    const body = new FormData();
    for (const [name, value] of Object.entries(given)) body.set(name, value as string);
    const answer = await ask('/v1/files', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(message);
  });
});

describe('a batch', () => {
  it('runs from beginning to end', async () => {
    const { openai, hours } = await batchServer('tokens=3&response=label');
    const created = await started(openai, lines);
    expect(created).toMatchObject({
      id: 'batch_000001',
      object: 'batch',
      status: 'validating',
      endpoint: chat,
      completion_window: '24h',
      output_file_id: null,
      error_file_id: null,
      errors: null,
      request_counts: { total: 0, completed: 0, failed: 0 },
    });
    expect(created.expires_at! - created.created_at).toBe(24 * 3_600);
    await hours(0.6);
    expect(await openai.batches.retrieve(created.id)).toMatchObject({
      status: 'in_progress',
      request_counts: { total: 10, completed: 5, failed: 0 },
    });
    await hours(0.5);
    expect(await openai.batches.retrieve(created.id)).toMatchObject({
      status: 'finalizing',
      output_file_id: null,
    });
    await hours(0.1);
    const done = await openai.batches.retrieve(created.id);
    expect(done).toMatchObject({
      status: 'completed',
      error_file_id: null,
      request_counts: { total: 10, completed: 10, failed: 0 },
      model: 'mock',
    });
    expect(done.usage).toMatchObject({
      output_tokens: 10,
      total_tokens: done.usage!.input_tokens + 10,
    });
    const minutes = (at: number | undefined) => (at! - done.created_at) / 60;
    expect([done.in_progress_at, done.finalizing_at, done.completed_at].map(minutes)).toEqual([
      5, 65, 70,
    ]);
    const results = await resultsIn(openai, done.output_file_id);
    const order = results.map(({ custom_id }) => custom_id);
    expect(order).not.toEqual(ids);
    expect([...order].sort()).toEqual(ids);
    for (const { response } of results)
      expect(response).toMatchObject({ status_code: 200, body: { object: 'chat.completion' } });
    expect((await openai.files.retrieve(done.output_file_id!)).purpose).toBe('batch_output');
    expect(await openai.batches.retrieve(created.id)).toEqual(done);
  });

  it('asks for responses too', async () => {
    const { openai, hours } = await batchServer('response=label');
    const url = '/v1/responses';
    const body = { model: 'mock', input: 'Happy or not?' };
    const requests = [body, { ...body, stream: true }].map((body, i) => ({
      custom_id: String(i),
      method: 'POST',
      url,
      body,
    }));
    const { id } = await started(openai, requests, url);
    await hours(2);
    const done = await openai.batches.retrieve(id);
    const [result] = await resultsIn(openai, done.output_file_id);
    expect(result).toMatchObject({
      custom_id: '0',
      response: { status_code: 200, body: { object: 'response', status: 'completed' } },
    });
    expect(done.request_counts).toEqual({ total: 2, completed: 1, failed: 1 });
    expect(done.usage).toMatchObject({ input_tokens: 4, output_tokens: 1 });
  });

  it('has a file of answers and one of refusals', async () => {
    const { openai, hours } = await batchServer();
    const { id } = await started(openai, [
      line('right'),
      line('no-model', { model: 7 }),
      line('streams', { stream: true }),
    ]);
    await hours(2);
    const done = await openai.batches.retrieve(id);
    expect(done.request_counts).toEqual({ total: 3, completed: 1, failed: 2 });
    expect(
      (await resultsIn(openai, done.output_file_id)).map(({ custom_id }) => custom_id),
    ).toEqual(['right']);
    const errors = await resultsIn(openai, done.error_file_id);
    expect(errors.map(({ custom_id }) => custom_id).sort()).toEqual(['no-model', 'streams']);
    for (const { response, error } of errors)
      expect([response?.status_code, error]).toEqual([400, null]);
  });

  it('expires after a day, with what is not done by then', async () => {
    const { openai, hours } = await batchServer('batchhours=40');
    const { id } = await started(openai, lines);
    await hours(24);
    const done = await openai.batches.retrieve(id);
    expect([done.status, done.expired_at]).toEqual(['expired', done.expires_at]);
    const kept = await resultsIn(openai, done.output_file_id);
    const lost = await resultsIn(openai, done.error_file_id);
    expect([...kept, ...lost].map(({ custom_id }) => custom_id).sort()).toEqual(ids);
    expect(kept).toHaveLength(5);
    expect(new Set(lost.map(({ error }) => error?.code))).toEqual(new Set(['batch_expired']));
  });

  it('is cancelled', async () => {
    const { openai, hours } = await batchServer();
    const { id } = await started(openai, lines);
    await hours(0.6);
    expect(await openai.batches.cancel(id)).toMatchObject({ status: 'cancelling' });
    await hours(0.2);
    const done = await openai.batches.retrieve(id);
    expect(done).toMatchObject({
      status: 'cancelled',
      request_counts: { total: 10, completed: 6, failed: 0 },
    });
    expect(await resultsIn(openai, done.output_file_id)).toHaveLength(6);
    expect(await resultsIn(openai, done.error_file_id)).toHaveLength(4);
    await expect(openai.batches.cancel(id)).rejects.toHaveProperty('status', 409);
  });

  it.each([
    { name: 'no JSON', given: 'oops', expect: ['invalid_json_line'] },
    { name: 'nothing', given: '\n', expect: ['empty_file'] },
    { name: 'an id twice', given: [line('a'), line('a')], expect: ['duplicate_custom_id'] },
    {
      name: 'no id',
      given: [{ ...line('a'), custom_id: undefined }],
      expect: ['missing_required_parameter'],
    },
    {
      name: 'another method',
      given: [{ ...line('a'), method: 'GET' }],
      expect: ['invalid_method'],
    },
    {
      name: 'another endpoint',
      given: [line('a'), line('b', {}, '/v1/embeddings')],
      expect: ['invalid_url'],
    },
  ])('fails when it is validated, not before: $name', async ({ given, expect: codes }) => {
    const { openai, hours } = await batchServer();
    const created = await started(openai, given);
    expect(created).toMatchObject({ status: 'validating', errors: null });
    await hours(0.1);
    const failed = await openai.batches.retrieve(created.id);
    expect(failed).toMatchObject({ status: 'failed', output_file_id: null });
    expect(failed.errors!.data!.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    { name: 'no such file', given: { input_file_id: 'file-9' }, expect: /input_file_id: file-9/ },
    {
      name: 'another window',
      given: { completion_window: '1h' },
      expect: /completion_window: "1h" is not 24h/,
    },
    {
      name: 'another endpoint',
      given: { endpoint: '/v1/moderations' },
      expect: /endpoint: "\/v1\/moderations" is not/,
    },
  ])('is refused: $name', async ({ given, expect: message }) => {
    const { openai } = await batchServer();
    const { input_file_id } = await started(openai, lines);
    const params = { input_file_id, endpoint: chat, completion_window: '24h' as const };
    await expect(openai.batches.create({ ...params, ...(given as object) })).rejects.toThrow(
      message,
    );
  });

  it('is listed, newest first', async () => {
    const { openai } = await batchServer();
    for (let n = 0; n < 5; n++) await started(openai, lines);
    const listed: string[] = [];
    for await (const { id } of openai.batches.list({ limit: 2 })) listed.push(id);
    expect(listed).toEqual([5, 4, 3, 2, 1].map((n) => `batch_00000${String(n)}`));
  });
});

describe('embeddings', () => {
  it('are the same for the same text, of length 1, as numbers or as bytes', async () => {
    const { openai } = await batchServer();
    const ask = (encoding_format?: 'float', dimensions?: number) =>
      openai.embeddings.create({
        model: 'mock',
        input: ['A full bucket', 'A silent minute'],
        ...(encoding_format && { encoding_format }),
        ...(dimensions && { dimensions }),
      });
    const [asBytes, asNumbers, small] = [await ask(), await ask('float'), await ask('float', 3)];
    const vectors = asNumbers.data.map(({ embedding }) => embedding);
    expect(vectors[0]).not.toEqual(vectors[1]);
    for (const [i, vector] of vectors.entries()) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
      expect(asBytes.data[i]!.embedding).toEqual(Array.from(Float32Array.from(vector)));
    }
    expect(small.data[0]!.embedding).toHaveLength(3);
  });
});
