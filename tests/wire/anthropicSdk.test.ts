// What a caller of Anthropic's own SDK sees of our server, and of everything that can go wrong on the way.
import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { responseTokens } from '../../src/sim/tokens.ts';
import { headersOf, served } from './serve.ts';

const server = served();
const client = () => new Anthropic({ apiKey: 'none', baseURL: server.url, maxRetries: 2 });
const messages = [{ role: 'user' as const, content: 'Which proxies hold back a stream?' }];
const ask = { model: 'mock', max_tokens: 9_999, messages };
const stream = (settings: string, more: object = {}) =>
  client().messages.stream({ ...ask, ...more }, { headers: headersOf(settings) });

const firstTokens = (count: number) =>
  responseTokens('chat', 'messages').text.slice(0, count).join('');

describe('an answer', () => {
  it('is the same streamed as whole', async () => {
    const options = { headers: headersOf('tokens=30') };
    const whole = await client().messages.create(ask, options);
    const streamed = await stream('tokens=30').finalMessage();
    expect({ ...streamed, id: whole.id }).toMatchObject({ ...whole });
    expect(streamed).toMatchObject({
      content: [{ type: 'text', text: firstTokens(30) }],
      stop_reason: 'end_turn',
      usage: { output_tokens: 30 },
    });
  });

  it('is the same for a client that says beta=true', async () => {
    const [whole, beta] = await Promise.all(
      ['', 'beta=true'].map(async (query) => {
        const given = { method: 'POST', headers: headersOf('tokens=3'), body: JSON.stringify(ask) };
        return (await fetch(`${server.url}/v1/messages?${query}`, given)).json() as Promise<object>;
      }),
    );
    expect(beta).toMatchObject({ ...whole, id: expect.any(String) as string });
  });

  it('comes token by token', async () => {
    const pieces: string[] = [];
    await stream('tokens=30')
      .on('text', (piece) => pieces.push(piece))
      .finalMessage();
    expect(pieces).toEqual(responseTokens('chat', 'messages').text.slice(0, 30));
  });

  it('is thought about first, in a block that is signed', async () => {
    const thinking = { type: 'enabled', budget_tokens: 1_024 };
    const { content, usage } = await stream('tokens=5&reasoning=20', { thinking }).finalMessage();
    expect(content).toMatchObject([
      { type: 'thinking', thinking: responseTokens('long', 'messages').text.slice(0, 20).join('') },
      { type: 'text', text: firstTokens(5) },
    ]);
    expect(content[0]).toHaveProperty('signature', expect.stringMatching(/./));
    expect(usage).toMatchObject({
      output_tokens: 25,
      output_tokens_details: { thinking_tokens: 20 },
    });
  });

  it('is thought about in silence, in a block that is signed when the thinking is over', async () => {
    const thinking = { type: 'adaptive', display: 'omitted' };
    const seen: string[] = [];
    const answer = stream('tokens=5&reasoning=20', { thinking });
    answer.on('streamEvent', (event) =>
      seen.push('delta' in event && 'type' in event.delta ? event.delta.type : event.type),
    );
    const { content, usage } = await answer.finalMessage();
    expect(content).toMatchObject([
      { type: 'thinking', thinking: '', signature: expect.stringMatching(/./) as string },
      { type: 'text', text: firstTokens(5) },
    ]);
    expect(usage.output_tokens_details).toEqual({ thinking_tokens: 20 });
    expect(seen.slice(0, 5)).toEqual([
      'message_start',
      'content_block_start',
      'signature_delta',
      'content_block_stop',
      'content_block_start',
    ]);
  });

  it('is not thought about where that is switched off', async () => {
    const given = { thinking: { type: 'disabled' } };
    const { usage } = await stream('tokens=5&reasoning=20', given).finalMessage();
    expect(usage).toMatchObject({
      output_tokens: 5,
      output_tokens_details: { thinking_tokens: 0 },
    });
  });

  it.each([
    { more: { max_tokens: 4 }, stop: { stop_reason: 'max_tokens', stop_sequence: null } },
    {
      more: { stop_sequences: [' proxy'] },
      stop: { stop_reason: 'stop_sequence', stop_sequence: ' proxy' },
    },
  ])('ends early: $stop.stop_reason', async ({ more, stop }) => {
    expect(await stream('tokens=30', more).finalMessage()).toMatchObject(stop);
  });
});

describe('tools', () => {
  const tools = [
    {
      name: 'weather',
      description: 'Tells the weather.',
      input_schema: {
        type: 'object' as const,
        properties: {
          city: { type: 'string', enum: ['Oslo'] },
          days: { type: 'integer', minimum: 3 },
        },
      },
    },
  ];

  it('are called with JSON that comes in pieces, and answered', async () => {
    const partials: string[] = [];
    const call = await stream('tokens=5', { tools })
      .on('inputJson', (piece) => partials.push(piece))
      .finalMessage();
    expect(call.stop_reason).toBe('tool_use');
    const use = call.content.at(-1)!;
    expect(use).toMatchObject({
      type: 'tool_use',
      name: 'weather',
      input: { city: 'Oslo', days: 3 },
    });
    expect(partials.filter(Boolean).length).toBeGreaterThan(2);

    const result = {
      type: 'tool_result',
      tool_use_id: (use as { id: string }).id,
      content: 'Rain.',
    };
    const answer = await stream('tokens=5', {
      tools,
      messages: [
        ...messages,
        { role: 'assistant', content: call.content },
        { role: 'user', content: [result] },
      ],
    }).finalMessage();
    expect(answer).toMatchObject({
      stop_reason: 'end_turn',
      content: [{ type: 'text', text: firstTokens(5) }],
    });
  });

  it.each(['create', 'stream'])('may be cut short: %s', async (how) => {
    const given = { tools, tool_choice: { type: 'any' as const }, max_tokens: 2 };
    const message = await (how === 'stream'
      ? stream('', given).finalMessage()
      : client().messages.create({ ...ask, ...given }, { headers: headersOf() }));
    expect(message).toMatchObject({
      stop_reason: 'max_tokens',
      content: [{ type: 'tool_use', name: 'weather', input: {}, caller: { type: 'direct' } }],
    });
  });

  it('may be called several at once', async () => {
    const { content } = await stream('toolcalls=3', {
      tools,
      tool_choice: { type: 'any' },
    }).finalMessage();
    expect(content.map((block) => block.type)).toEqual(Array(3).fill('tool_use'));
    expect(new Set(content.map((block) => (block as { id: string }).id)).size).toBe(3);
  });
});

/** What a caller sees: the whole text, or an error and the text there was until then. */
async function outcome(settings: string): Promise<string> {
  let text = '';
  try {
    const answer = stream(settings).on('text', (piece) => (text += piece));
    await answer.finalMessage();
    return text === firstTokens(20) ? 'whole' : `another text: ${text}`;
  } catch (error) {
    const { constructor, message } = error as Error;
    const status = error instanceof Anthropic.APIError ? Number(error.status) || '' : '';
    return `${[constructor.name, status].join(' ').trim()}${text && ` after “${text.slice(-8)}”`}: ${message}`;
  }
}

describe('when something goes wrong, the caller', () => {
  it.each([
    // Before the stream: tried again, twice, as often as the SDK is told to.
    { settings: 'error=429&errors=2', sees: 'whole' },
    { settings: 'error=529&errors=1', sees: 'whole' },
    { settings: 'error=529', sees: /^(\w+) 529: .*overloaded_error/ },
    { settings: 'error=429', sees: /^RateLimitError 429: .*rate_limit_error/ },
    { settings: 'error=400', sees: /^BadRequestError 400: .*invalid_request_error/ },
    { settings: 'error=401', sees: /^AuthenticationError 401/ },
    { settings: 'error=404', sees: /^NotFoundError 404/ },
    // In the middle of it: never tried again, and what has come so far stays.
    { settings: 'errorat=5', sees: /^APIError after “st cause”.*overloaded_error/ },
    // In a silence, so that everything before it has been read.
    { settings: 'pause=5&pausems=9000&cutms=60', sees: /after “st cause”: terminated/ },
    { settings: 'cutms=0', sees: /Error/ },
    { settings: 'terminator=off', sees: /after .*stream ended without producing a Message/ },
    // What a client must put up with.
    { settings: 'pause=5&pausems=5', sees: 'whole' },
    { settings: 'headersms=5', sees: 'whole' },
    { settings: 'split=1', sees: 'whole' },
    { settings: 'lines=crlf', sees: 'whole' },
    { settings: 'lines=cr', sees: 'whole' },
    { settings: 'lines=crlf&split=1', sees: 'whole' },
    { settings: 'comments=on', sees: 'whole' },
    { settings: 'ttft=60&heartbeat=10', sees: 'whole' },
    { settings: 'padding=5000', sees: 'whole' },
    { settings: 'compress=flushed', sees: 'whole' },
    { settings: 'compress=held', sees: 'whole' },
    { settings: 'proxy=hold', sees: 'whole' },
  ])('with $settings', async ({ settings, sees }) => {
    const seen = await outcome(`tokens=20&seed=${String(settings.length)}&${settings}`);
    if (typeof sees === 'string') expect(seen).toBe(sees);
    else expect(seen).toMatch(sees);
  });

  it('reads Japanese whose bytes come one by one', async () => {
    const { content } = await stream('response=japanese&split=1').finalMessage();
    expect(content).toEqual([
      { type: 'text', text: responseTokens('japanese', 'messages').text.join('') },
    ]);
  });

  it.each([
    { method: 'GET', path: '/v1/messages', status: 405, type: 'invalid_request_error' },
    { method: 'GET', path: '/v1/messages/batches/x', status: 404, type: 'not_found_error' },
    { method: 'POST', path: '/v1/messages', status: 400, type: 'invalid_request_error' },
    { method: 'POST', path: '/v1/messages?error=500', status: 500, type: 'api_error' },
  ])('is told the type of the error and the request: $status', async (given) => {
    const { method, path, status, type } = given;
    const answer = await fetch(server.url + path, { method });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      type: 'error',
      error: { type, message: expect.any(String) as string },
      request_id: answer.headers.get('request-id'),
    });
  });

  it.each([
    { body: { max_tokens: undefined }, says: 'max_tokens: Field required' },
    { body: { messages: [] }, says: 'messages: [] is not a list that has something in it' },
    {
      body: { messages: [{ role: 'robot', content: '' }] },
      says: 'messages.0.role: \\"robot\\" is not user',
    },
    {
      body: { tool_choice: { type: 'some' } },
      says: 'tool_choice.type: \\"some\\" is not auto, any, none or tool',
    },
  ])('is told what is wrong with the request: $says', async ({ body, says }) => {
    const bad = { ...ask, ...body } as typeof ask;
    await expect(client().messages.create(bad, { headers: headersOf() })).rejects.toThrow(says);
  });
});
