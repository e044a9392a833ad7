// The official client of OpenAI's Responses API against the mock server.
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { headersOf, served } from './serve.ts';

const server = served();
const client = (settings = '') =>
  new OpenAI({
    baseURL: `${server.url}/v1`,
    apiKey: 'none',
    defaultHeaders: headersOf(settings),
    maxRetries: 0,
  });
const ask = { model: 'mock', input: 'Why?' };
const weather = {
  type: 'function' as const,
  name: 'weather',
  strict: true,
  parameters: { type: 'object', properties: { city: { type: 'string', enum: ['Oslo'] } } },
};

/** The types of events, in order, without what they begin with; those that repeat counted. */
function shape(events: readonly { type: string }[]): string[] {
  const runs: [string, number][] = [];
  for (const { type } of events)
    if (runs.at(-1)?.[0] === type) runs.at(-1)![1]++;
    else runs.push([type, 1]);
  return runs.map(
    ([type, times]) => type.replace('response.', '') + (times > 1 ? `×${String(times)}` : ''),
  );
}

const message = (tokens: number) => [
  'output_item.added',
  'content_part.added',
  `output_text.delta×${String(tokens)}`,
  'output_text.done',
  'content_part.done',
  'output_item.done',
];

describe('the events of a response', () => {
  it.each<{ name: string; settings: string; asks?: object; expect: string[] }>([
    {
      name: 'a message',
      settings: 'tokens=3',
      expect: ['created', 'in_progress', ...message(3), 'completed'],
    },
    {
      name: 'in the background',
      settings: 'tokens=3',
      asks: { background: true },
      expect: ['created', 'queued', 'in_progress', ...message(3), 'completed'],
    },
    {
      name: 'reasoning that is not shown',
      settings: 'tokens=3&reasoning=5',
      expect: [
        ...['created', 'in_progress', 'output_item.added', 'output_item.done'],
        ...[...message(3), 'completed'],
      ],
    },
    {
      name: 'reasoning that is',
      settings: 'tokens=3&reasoning=5',
      asks: { reasoning: { summary: 'auto' } },
      expect: [
        ...['created', 'in_progress', 'output_item.added', 'reasoning_summary_part.added'],
        ...['reasoning_summary_text.delta×5', 'reasoning_summary_text.done'],
        ...['reasoning_summary_part.done', 'output_item.done', ...message(3), 'completed'],
      ],
    },
    {
      name: 'a tool',
      settings: '',
      asks: { tools: [weather], tool_choice: { type: 'function', name: 'weather' } },
      expect: [
        ...['created', 'in_progress', 'output_item.added', 'function_call_arguments.delta×3'],
        ...['function_call_arguments.done', 'output_item.done', 'completed'],
      ],
    },
    {
      name: 'a budget that is spent',
      settings: 'tokens=9',
      asks: { max_output_tokens: 4 },
      expect: ['created', 'in_progress', ...message(4), 'incomplete'],
    },
    {
      name: 'a budget that is spent before a word is said',
      settings: 'reasoning=9',
      asks: { max_output_tokens: 4 },
      expect: ['created', 'in_progress', 'output_item.added', 'output_item.done', 'incomplete'],
    },
  ])('$name', async ({ settings, asks, expect: expected }) => {
    const events = await Array.fromAsync(
      await client(settings).responses.create({ ...ask, ...asks, stream: true }),
    );
    expect(shape(events)).toEqual(expected);
    expect(events.map((event) => event.sequence_number)).toEqual([...events.keys()]);
  });

  it('make the response that comes whole without them', async () => {
    const asks = { ...ask, reasoning: { summary: 'auto' as const }, tools: [weather] };
    const api = client('tokens=5&reasoning=3').responses;
    const whole = await api.create(asks);
    const streamed = await api.stream(asks).finalResponse();
    expect(streamed.output_text).toBe('The likeliest cause');
    expect(streamed.usage).toMatchObject({ output_tokens_details: { reasoning_tokens: 3 } });
    expect(streamed.output.map(({ type }) => type)).toEqual([
      'reasoning',
      'message',
      'function_call',
    ]);
    const same = (response: object): unknown =>
      JSON.parse(
        JSON.stringify(response, (key, value: unknown) =>
          /(^|_)id$|_at$|^parsed|^output_parsed$/.test(key) ? undefined : value,
        ),
      );
    expect(same(streamed)).toEqual(same(whole));
  });

  it('go on when a tool has answered', async () => {
    const api = client('tokens=4').responses;
    const first = await api.create({ ...ask, tools: [weather] });
    const call = first.output.find((item) => item.type === 'function_call')!;
    expect(JSON.parse(call.arguments)).toEqual({ city: 'Oslo' });
    const second = await api.create({
      ...ask,
      tools: [weather],
      input: [
        { role: 'user', content: 'Why?' },
        call,
        { type: 'function_call_output', call_id: call.call_id, output: 'Rain.' },
      ],
    });
    expect(second.output_text).toBe('The likeliest');
    expect(second.output).toHaveLength(1);
  });
});
