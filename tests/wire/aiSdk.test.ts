// The AI SDK against the mock server, in the words of each API. What it makes of faults is in sdkFaults.test.ts.
import { jsonSchema, stepCountIs, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { aiModels } from './callers.ts';
import { headersOf, served } from './serve.ts';

const server = served();
const ask = { prompt: 'Why?', maxOutputTokens: 100 };

describe.each(Object.entries(aiModels))('%s', (_, modelOf) => {
  const model = (settings: string) => modelOf(server.url, headersOf(settings));

  it('streams text, and says what it has cost', async () => {
    const { textStream, text, usage, finishReason } = streamText({
      ...ask,
      model: model('tokens=5&reasoning=3'),
    });
    expect(await Array.fromAsync(textStream)).toEqual(['The', ' lik', 'eli', 'est', ' cause']);
    expect(await text).toBe('The likeliest cause');
    expect((await usage).outputTokens).toBe(8);
    expect(await finishReason).toBe('stop');
  });

  it('calls tools and goes on with what they say', async () => {
    const asked: unknown[] = [];
    const { steps, text } = streamText({
      ...ask,
      model: model('tokens=4&toolcalls=2'),
      stopWhen: stepCountIs(3),
      tools: {
        weather: tool({
          description: 'Tells the weather.',
          inputSchema: jsonSchema<{ city: string }>({
            type: 'object',
            properties: { city: { type: 'string', enum: ['Oslo'] } },
            required: ['city'],
            additionalProperties: false,
          }),
          execute: (input) => {
            asked.push(input);
            return 'Rain.';
          },
        }),
      },
    });
    expect((await steps).map(({ finishReason }) => finishReason)).toEqual(['tool-calls', 'stop']);
    expect(asked).toEqual([{ city: 'Oslo' }, { city: 'Oslo' }]);
    expect(await text).toBe('The likeliest');
  });
});
