/*
 * The batch scripts, run from beginning to end against a provider that is a table. What they send is held against
 * the providers' documentation: https://platform.claude.com/docs/en/build-with-claude/batch-processing ·
 * https://developers.openai.com/api/docs/guides/batch
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { run, type Run } from './providerStub.ts';
import { snippet } from './snippets.ts';

// Dozens of processes on a busy machine take their time, and that is no failure.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const noShell = process.platform === 'win32';
const pauses = (count: number) => Array<unknown>(count).fill({ sleep: '60' });

/** The parameters of a message, as far as we use them. */
interface Params {
  model: string;
  max_tokens: number;
  messages: object[];
}

/** Custom ids as Anthropic wants them: of these characters, at most 64, no two the same. */
function expectIds(ids: unknown[]) {
  for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  expect(new Set(ids).size).toBe(ids.length);
}

describe.skipIf(noShell)('batch-anthropic.sh', () => {
  const api = 'https://api.anthropic.com/v1/messages/batches';
  const results = `${api}/msgbatch_1/results`;
  const batch = (processing_status: string) => ({
    id: 'msgbatch_1',
    processing_status,
    results_url: processing_status === 'ended' ? results : null,
  });
  const env = { ANTHROPIC_API_KEY: 'key', MODEL: 'a-model' };
  let ran: Run;
  beforeAll(async () => {
    ran = await run('batch-anthropic.sh', env, {
      [`POST ${api}`]: [batch('in_progress')],
      [`GET ${api}/msgbatch_1`]: [batch('in_progress'), batch('canceling'), batch('ended')],
      [`GET ${results}`]: ['{"custom_id":"review-2"}\n'],
    });
  });

  it('creates, asks once a minute until it has ended, and fetches the results', () => {
    const { status, calls, file } = ran;
    expect(status).toBe(0);
    expect(calls.filter((call) => call.url).map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${api}`,
      ...Array<string>(3).fill(`GET ${api}/msgbatch_1`),
      `GET ${results}`,
    ]);
    expect(calls.filter((call) => call.sleep)).toEqual(pauses(3));
    expect(file('results.jsonl')).toBe('{"custom_id":"review-2"}\n');
  });

  it('sends key and version with every request', () => {
    for (const { url, headers } of ran.calls)
      if (url) expect(headers).toEqual(['x-api-key: key', 'anthropic-version: 2023-06-01']);
  });

  it('sends one JSON object: requests with an id and the parameters of a message', () => {
    const { json, form } = ran.calls[0]!;
    expect(form).toEqual([]);
    const body = JSON.parse(json!) as { requests: { custom_id: string; params: Params }[] };
    expect(Object.keys(body)).toEqual(['requests']);
    expect(body.requests.length).toBeGreaterThan(1);
    expectIds(body.requests.map((request) => request.custom_id));
    for (const request of body.requests) {
      expect(Object.keys(request)).toEqual(['custom_id', 'params']);
      // Nothing else: a batch takes no `stream`. And at least one token.
      const { max_tokens, messages, ...rest } = request.params;
      expect(rest).toEqual({ model: 'a-model' });
      expect(max_tokens).toBeGreaterThan(0);
      expect(messages).toEqual([{ role: 'user', content: expect.any(String) as string }]);
    }
  });

  it('stops when the batch is refused, and asks nobody about it', async () => {
    const { status, calls } = await run('batch-anthropic.sh', env, {});
    expect(status).toBe(22);
    expect(calls).toHaveLength(1);
  });

  it('asks nothing without a key or a model', async () => {
    for (const incomplete of [{ MODEL: 'm' }, { ANTHROPIC_API_KEY: 'k' }])
      expect((await run('batch-anthropic.sh', incomplete, {})).calls).toEqual([]);
  });
});

describe.skipIf(noShell)('batch-openai.sh', () => {
  const api = 'https://api.openai.com/v1';
  const env = { OPENAI_API_KEY: 'key' };
  const batch = (status: string, files: object = {}) => ({
    id: 'batch_1',
    status,
    output_file_id: null,
    error_file_id: null,
    ...files,
  });
  const replies = (...statuses: object[]) => ({
    [`POST ${api}/files`]: [{ id: 'file-in' }],
    [`POST ${api}/batches`]: [batch('validating')],
    [`GET ${api}/batches/batch_1`]: statuses,
    [`GET ${api}/files/file-out/content`]: ['{"custom_id":"doc-2"}\n'],
    [`GET ${api}/files/file-err/content`]: ['{"custom_id":"doc-1"}\n'],
  });
  const both = { output_file_id: 'file-out', error_file_id: 'file-err' };
  let ran: Run;
  beforeAll(async () => {
    const [working, ending] = [batch('in_progress'), batch('finalizing')];
    ran = await run('batch-openai.sh', env, replies(working, ending, batch('completed', both)));
  });

  it('uploads, creates, asks once a minute until it is over, and fetches both files', () => {
    const { status, calls, file } = ran;
    expect(status).toBe(0);
    expect(calls.filter((call) => call.url).map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${api}/files`,
      `POST ${api}/batches`,
      ...Array<string>(3).fill(`GET ${api}/batches/batch_1`),
      `GET ${api}/files/file-out/content`,
      `GET ${api}/files/file-err/content`,
    ]);
    expect(calls.filter((call) => call.sleep)).toEqual(pauses(3));
    expect(file('results.jsonl')).toBe('{"custom_id":"doc-2"}\n{"custom_id":"doc-1"}\n');
  });

  it('sends the key with every request', () => {
    for (const { url, headers } of ran.calls)
      if (url) expect(headers).toEqual(['Authorization: Bearer key']);
  });

  it('uploads the file for a batch, and creates one that names it', () => {
    const [upload, create] = ran.calls;
    expect(upload!.form).toEqual(['purpose=batch', 'file=@requests.jsonl']);
    expect(JSON.parse(create!.json!)).toEqual({
      input_file_id: 'file-in',
      endpoint: '/v1/embeddings',
      completion_window: '24h',
    });
  });

  it.each(['failed', 'expired', 'cancelled'])('%s: ends without results', async (status) => {
    const over = await run('batch-openai.sh', env, replies(batch('cancelling'), batch(status)));
    expect(over.status).toBe(0);
    expect(over.calls.filter((call) => call.sleep)).toEqual(pauses(2));
    expect(over.file('results.jsonl')).toBe('');
  });

  it('stops when the upload is refused', async () => {
    const { status, calls } = await run('batch-openai.sh', env, {});
    expect(status).toBe(22);
    expect(calls).toHaveLength(1);
  });
});

describe('requests.jsonl', () => {
  const lines = snippet('requests.jsonl').trimEnd().split('\n');
  const requests = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('is a request per line, each with an id of its own', () => {
    expect(lines.length).toBeGreaterThan(1);
    expectIds(requests.map((request) => request['custom_id']));
    for (const { custom_id, body, ...rest } of requests) {
      expect(custom_id).toBeTypeOf('string');
      expect(rest).toEqual({ method: 'POST', url: '/v1/embeddings' });
      expect(body).toEqual({
        model: 'text-embedding-3-small',
        input: expect.any(String) as string,
      });
    }
  });

  it('asks the endpoint that batch-openai.sh names', () => {
    for (const { url } of requests)
      expect(snippet('batch-openai.sh')).toContain(`"endpoint": "${String(url)}"`);
  });
});
