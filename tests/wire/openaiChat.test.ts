// The official client of OpenAI's chat completions against the mock server.
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { encoders, responseTokens, tokensOf } from '../../src/sim/index.ts';
import { headersOf, served } from './serve.ts';

const server = served();
const client = (settings = '') =>
  new OpenAI({
    baseURL: `${server.url}/v1`,
    apiKey: 'none',
    defaultHeaders: headersOf(settings),
    maxRetries: 0,
  });
const messages = [{ role: 'user' as const, content: 'Why?' }];
const weather = {
  type: 'function' as const,
  function: {
    name: 'weather',
    parameters: { type: 'object', properties: { city: { type: 'string', enum: ['Oslo'] } } },
  },
};

describe('a chat completion', () => {
  it('comes whole', async () => {
    const { choices, usage } = await client('tokens=5&reasoning=6').chat.completions.create({
      model: 'mock',
      messages,
    });
    expect(choices).toEqual([
      {
        index: 0,
        finish_reason: 'stop',
        logprobs: null,
        message: { role: 'assistant', content: 'The likeliest cause', refusal: null },
      },
    ]);
    expect(usage).toMatchObject({
      completion_tokens: 11,
      completion_tokens_details: { reasoning_tokens: 6 },
    });
  });

  it('comes in pieces, and says at the end what it has cost if it is asked to', async () => {
    const stream = await client('tokens=3').chat.completions.create({
      model: 'mock',
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = await Array.fromAsync(stream);
    expect(chunks.map(({ choices: [choice], usage }) => choice ?? usage)).toMatchObject([
      { delta: { role: 'assistant', content: '' }, finish_reason: null },
      { delta: { content: 'The' }, finish_reason: null },
      { delta: { content: ' lik' }, finish_reason: null },
      { delta: { content: 'eli' }, finish_reason: null },
      { delta: {}, finish_reason: 'stop' },
      { completion_tokens: 3, total_tokens: expect.any(Number) as number },
    ]);
  });

  it.each([
    {
      name: 'its budget is spent',
      asks: { max_completion_tokens: 2 },
      finish: 'length',
      says: 'The lik',
    },
    {
      name: 'it was told to stop',
      asks: { stop: 'cause' },
      finish: 'stop',
      says: 'The likeliest ',
    },
    {
      name: 'all of it was thought',
      asks: { max_tokens: 1 },
      settings: 'reasoning=2',
      finish: 'length',
      says: null,
    },
    {
      name: 'it need not think',
      asks: { max_tokens: 1, reasoning_effort: 'none' as const },
      settings: 'reasoning=2',
      finish: 'length',
      says: 'The',
    },
  ])('ends when $name', async ({ asks, settings, finish, says }) => {
    const stream = client(settings).chat.completions.stream({ model: 'mock', messages, ...asks });
    const { choices } = await stream.finalChatCompletion();
    expect(choices[0]).toMatchObject({ finish_reason: finish, message: { content: says } });
  });

  it.each([
    { name: 'after some words', tool_choice: 'auto' as const, says: 'The likeliest' },
    { name: 'at once when it must', tool_choice: 'required' as const, says: null },
  ])('calls tools $name', async ({ tool_choice, says }) => {
    const stream = client('tokens=4&toolcalls=2').chat.completions.stream({
      model: 'mock',
      messages,
      tools: [weather],
      tool_choice,
    });
    const [choice] = (await stream.finalChatCompletion()).choices;
    expect(choice!.finish_reason).toBe('tool_calls');
    expect(choice!.message.content).toBe(says);
    const calls = choice!.message.tool_calls!;
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    expect(calls.map((call) => call.type === 'function' && call.function)).toMatchObject([
      { name: 'weather', arguments: '{"city":"Oslo"}' },
      { name: 'weather', arguments: '{"city":"Oslo"}' },
    ]);
  });

  it('goes on when the tool has answered: a loop of the client’s own', async () => {
    const asked: unknown[] = [];
    const runner = client('tokens=4').chat.completions.runTools({
      model: 'mock',
      messages,
      stream: true,
      tools: [
        {
          type: 'function',
          function: {
            ...weather.function,
            description: 'Tells the weather.',
            parse: JSON.parse as (input: string) => object,
            function: (input: object) => {
              asked.push(input);
              return 'Rain.';
            },
          },
        },
      ],
    });
    expect(await runner.finalContent()).toBe('The likeliest');
    expect(asked).toEqual([{ city: 'Oslo' }]);
    expect(runner.messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'tool',
      'assistant',
    ]);
  });

  it('has its bytes counted by the simulator', async () => {
    const response = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'POST',
      headers: headersOf('dialect=completions&tokens=9'),
      body: JSON.stringify({ model: 'mock', messages, stream: true }),
    });
    const { opening, envelope, payload } = tokensOf(
      responseTokens('chat', 'completions').text.slice(0, 9),
      'completions',
    );
    const closing = encoders.completions.closing(9).length;
    expect((await response.bytes()).length).toBe(
      opening + 9 * envelope + payload.reduce((sum, bytes) => sum + bytes, 0) + closing,
    );
  });
});

describe('a refusal', () => {
  it.each([
    { body: {}, status: 400, error: { param: 'messages', type: 'invalid_request_error' } },
    { body: { messages, model: 'm', n: 2 }, status: 400, error: { param: 'n' } },
    {
      body: { messages, model: 'm', stream_options: {} },
      status: 400,
      error: { param: 'stream_options' },
    },
    {
      body: { messages, model: 'm', tools: [{ type: 'custom' }] },
      status: 400,
      error: { param: 'tools[0].type' },
    },
    {
      body: { messages, model: 'm', tool_choice: 'any' },
      status: 400,
      error: { param: 'tool_choice' },
    },
    { settings: 'rate=0', status: 400, error: { param: 'rate' } },
    { settings: 'error=401', status: 401, error: { code: 'invalid_api_key' } },
    { settings: 'error=429', status: 429, error: { code: 'rate_limit_exceeded' } },
    { settings: 'error=503', status: 503, error: { type: 'server_error' } },
  ])('$status $error', async ({ body = { model: 'm', messages }, settings, status, error }) => {
    const failure = await client(settings)
      .chat.completions.create(body as OpenAI.ChatCompletionCreateParams)
      .catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(OpenAI.APIError);
    expect(failure).toMatchObject({
      status,
      requestID: expect.stringMatching(/^req_/) as string,
      ...error,
    });
  });
});

it('lists one model', async () => {
  expect((await client().models.list()).data.map(({ id }) => id)).toEqual(['mock']);
});
