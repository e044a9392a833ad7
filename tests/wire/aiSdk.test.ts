// The AI SDK against the mock server.
import { createAnthropic } from '@ai-sdk/anthropic';
import { streamText } from 'ai';
import { expect, it } from 'vitest';
import { headersOf, served } from './serve.ts';

const server = served();

it('streams a message of Anthropic’s API', async () => {
  const anthropic = createAnthropic({
    baseURL: `${server.url}/v1`,
    apiKey: 'none',
    headers: headersOf('tokens=5'),
  });
  const result = streamText({ model: anthropic('mock'), prompt: 'Why?', maxOutputTokens: 100 });
  expect(await result.text).toBe('The likeliest cause');
  expect((await result.usage).outputTokens).toBe(5);
});
