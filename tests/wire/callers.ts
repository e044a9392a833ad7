/* Ways to read a streamed answer with the clients that people use. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { streamText, type LanguageModel } from 'ai';
import OpenAI from 'openai';

/** Hands over text as it comes, then says what the client calls the end, or throws what it throws. */
type Caller = (
  url: string,
  headers: Record<string, string>,
  say: (text: string) => void,
) => Promise<string | null>;

const model = 'mock';
const messages = [{ role: 'user' as const, content: 'Why?' }];
const openai = (url: string, defaultHeaders: Record<string, string>) =>
  new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', defaultHeaders });

/** Models of the AI SDK. */
export const aiModels = {
  anthropic: (url: string, headers: Record<string, string>): LanguageModel =>
    createAnthropic({ baseURL: `${url}/v1`, apiKey: 'none', headers })(model),
  'openai chat': (url: string, headers: Record<string, string>): LanguageModel =>
    createOpenAI({ baseURL: `${url}/v1`, apiKey: 'none', headers }).chat(model),
  'openai responses': (url: string, headers: Record<string, string>): LanguageModel =>
    createOpenAI({ baseURL: `${url}/v1`, apiKey: 'none', headers })(model),
};

/** The AI SDK's `stream`: its `textStream` ends where an error is, and says nothing of it. */
const ai =
  (name: keyof typeof aiModels): Caller =>
  async (url, headers, say) => {
    const { stream, finishReason } = streamText({
      model: aiModels[name](url, headers),
      messages,
      maxOutputTokens: 9_999,
      onError: () => undefined,
    });
    for await (const part of stream)
      if (part.type === 'text-delta') say(part.text);
      else if (part.type === 'error') throw part.error;
    return finishReason;
  };

export const callers = {
  '@anthropic-ai/sdk': async (url, defaultHeaders, say) => {
    const client = new Anthropic({ baseURL: url, apiKey: 'none', defaultHeaders });
    const stream = client.messages.stream({ model, messages, max_tokens: 9_999 });
    return (await stream.on('text', say).finalMessage()).stop_reason;
  },
  'openai chat, loop': async (url, headers, say) => {
    let end: string | null = null;
    const ask = { model, messages, stream: true as const };
    for await (const { choices } of await openai(url, headers).chat.completions.create(ask)) {
      say(choices[0]?.delta.content ?? '');
      end = choices[0]?.finish_reason ?? end;
    }
    return end;
  },
  'openai chat, helper': async (url, headers, say) => {
    const stream = openai(url, headers).chat.completions.stream({ model, messages });
    return (await stream.on('content', say).finalChatCompletion()).choices[0]!.finish_reason;
  },
  'openai responses, loop': async (url, headers, say) => {
    let end: string | null = null;
    const ask = { model, input: messages, stream: true as const };
    for await (const event of await openai(url, headers).responses.create(ask)) {
      if (event.type === 'response.output_text.delta') say(event.delta);
      end = event.type;
    }
    return end;
  },
  'openai responses, helper': async (url, headers, say) => {
    const stream = openai(url, headers).responses.stream({ model, input: messages });
    stream.on('response.output_text.delta', ({ delta }) => {
      say(delta);
    });
    return (await stream.finalResponse()).status ?? null;
  },
  'ai, anthropic': ai('anthropic'),
  'ai, openai chat': ai('openai chat'),
  'ai, openai responses': ai('openai responses'),
} satisfies Record<string, Caller>;
