// Anthropic's Message Batches, through Anthropic's own client, on a day that is moved by hand.
import { describe, expect, it } from 'vitest';
import { all, batchServer } from './batchServer.ts';

const request = (custom_id: string, more = {}) => ({
  custom_id,
  params: {
    model: 'mock',
    max_tokens: 8,
    messages: [{ role: 'user' as const, content: 'Happy or not?' }],
    ...more,
  },
});
const ids = Array.from({ length: 10 }, (_, i) => `review-${String(i)}`);
const requests = ids.map((id) => request(id));
const none = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };

describe('a message batch', () => {
  it('runs from beginning to end', async () => {
    const { anthropic, hours, origin } = await batchServer('tokens=3&response=label');
    const { batches } = anthropic.messages;
    const created = await batches.create({ requests });
    expect(created).toEqual({
      id: 'msgbatch_000001',
      type: 'message_batch',
      processing_status: 'in_progress',
      request_counts: { ...none, processing: 10 },
      created_at: '2026-11-23T00:00:00.000Z',
      expires_at: '2026-11-24T00:00:00.000Z',
      ended_at: null,
      cancel_initiated_at: null,
      archived_at: null,
      results_url: null,
    });
    await hours(0.95);
    expect(await batches.retrieve(created.id)).toEqual(created);
    await expect(batches.results(created.id)).rejects.toThrow('Has it finished processing?');
    await hours(0.06);
    const ended = await batches.retrieve(created.id);
    expect(ended).toEqual({
      ...created,
      processing_status: 'ended',
      request_counts: { ...none, succeeded: 10 },
      ended_at: '2026-11-23T01:00:00.000Z',
      results_url: `${origin}/v1/messages/batches/msgbatch_000001/results`,
    });
    const results = await all(await batches.results(created.id));
    const order = results.map(({ custom_id }) => custom_id);
    expect(order).not.toEqual(ids);
    expect([...order].sort()).toEqual(ids);
    for (const { result } of results)
      expect(result).toMatchObject({
        type: 'succeeded',
        message: { role: 'assistant', model: 'mock' },
      });
    // The same seed, the same order.
    expect(await all(await batches.results(created.id))).toEqual(results);
  });

  it('says in the results what was wrong with a request', async () => {
    const { anthropic, hours } = await batchServer();
    const { batches } = anthropic.messages;
    const wrong = [
      request('no-tokens', { max_tokens: 0 }),
      request('streams', { stream: true }),
      request('no-messages', { messages: [] }),
      request('right'),
    ];
    const { id } = await batches.create({ requests: wrong });
    await hours(1);
    expect((await batches.retrieve(id)).request_counts).toEqual({
      ...none,
      succeeded: 1,
      errored: 3,
    });
    const results = await all(await batches.results(id));
    const errors = results.flatMap(({ custom_id, result }) =>
      result.type === 'errored'
        ? [[custom_id, result.error.error.type, result.error.error.message]]
        : [],
    );
    expect(errors.sort()).toEqual([
      ['no-messages', 'invalid_request_error', expect.stringContaining('messages: ') as string],
      ['no-tokens', 'invalid_request_error', expect.stringContaining('max_tokens: ') as string],
      ['streams', 'invalid_request_error', 'stream: not allowed in a batch'],
    ]);
  });

  it('expires after a day, with what is not done by then', async () => {
    const { anthropic, hours } = await batchServer('batchhours=40');
    const { batches } = anthropic.messages;
    const { id } = await batches.create({ requests });
    await hours(23.9);
    expect((await batches.retrieve(id)).processing_status).toBe('in_progress');
    await hours(0.2);
    const ended = await batches.retrieve(id);
    expect(ended.ended_at).toBe(ended.expires_at);
    expect(ended.request_counts).toEqual({ ...none, succeeded: 6, expired: 4 });
    const types = (await all(await batches.results(id))).map(({ result }) => result.type);
    expect(types.filter((type) => type === 'expired')).toHaveLength(4);
  });

  it('is cancelled: what is being worked on is finished, the rest is not begun', async () => {
    const { anthropic, hours } = await batchServer();
    const { batches } = anthropic.messages;
    const { id } = await batches.create({ requests });
    await hours(0.35);
    const canceling = await batches.cancel(id);
    expect(canceling).toMatchObject({
      processing_status: 'canceling',
      request_counts: { ...none, processing: 10 },
      cancel_initiated_at: '2026-11-23T00:21:00.000Z',
    });
    expect(await batches.cancel(id)).toEqual(canceling);
    await hours(0.06);
    expect(await batches.retrieve(id)).toMatchObject({
      processing_status: 'ended',
      request_counts: { ...none, succeeded: 4, canceled: 6 },
      ended_at: '2026-11-23T00:24:00.000Z',
    });
    await expect(batches.cancel(id)).rejects.toThrow('there is nothing left to cancel');
  });

  it('is listed, newest first, and deleted when it has ended', async () => {
    const { anthropic, hours } = await batchServer();
    const { batches } = anthropic.messages;
    for (let n = 0; n < 5; n++) await batches.create({ requests });
    const listed = (await all(batches.list({ limit: 2 }))).map(({ id }) => id);
    expect(listed).toEqual([5, 4, 3, 2, 1].map((n) => `msgbatch_00000${String(n)}`));
    const before = await batches.list({ before_id: listed[3]!, limit: 2 });
    expect(before.data.map(({ id }) => id)).toEqual(listed.slice(1, 3));
    await expect(batches.delete(listed[0]!)).rejects.toThrow('cancel it first');
    await hours(1);
    expect(await batches.delete(listed[0]!)).toEqual({
      id: listed[0],
      type: 'message_batch_deleted',
    });
    await expect(batches.retrieve(listed[0]!)).rejects.toHaveProperty('status', 404);
  });

  it.each([
    { name: 'no requests', given: [], expect: /requests: .*something in it/ },
    {
      name: 'an id twice',
      given: [request('a'), request('a')],
      expect: /requests\.1\.custom_id: a is there twice/,
    },
    {
      name: 'an id with a space',
      given: [request('a b')],
      expect: /requests\.0\.custom_id: must match/,
    },
    { name: 'too long an id', given: [request('a'.repeat(65))], expect: /must match/ },
    { name: 'no parameters', given: [{ custom_id: 'a' }], expect: /requests\.0\.params/ },
    { name: 'too many', given: Array<object>(100_001).fill({}), expect: /more than 100000/ },
  ])('is refused: $name', async ({ given, expect: message }) => {
    const { anthropic } = await batchServer();
    await expect(
      anthropic.messages.batches.create({ requests: given as typeof requests }),
    ).rejects.toThrow(message);
  });
});
