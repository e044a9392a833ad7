import { EventSourceParserStream } from 'eventsource-parser/stream';

// On your server: a key never goes to a browser.
const key = process.env['ANTHROPIC_API_KEY']!;

/** A stream: the text as it is written, until the reader has `left`. */
export async function* ask(model: string, prompt: string, left: AbortSignal) {
  const messages = [{ role: 'user', content: prompt }];
  const response = await fetch('https://api.anthropic.com/v1/messages', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'anthropic-version': '2023-06-01',
      'x-api-key': key,
    },
    body: JSON.stringify({ model, max_tokens: 2000, stream: true, messages }),
    signal: left,
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const text = response.body!.pipeThrough(new TextDecoderStream());
  const events = text.pipeThrough(new EventSourceParserStream());
  for await (const { data } of events) {
    const event = JSON.parse(data) as StreamEvent;
    if (event.type === 'error') throw new Error(event.error!.message);
    if (event.type === 'message_stop') return; // only this is the end
    if (event.delta?.type === 'text_delta') yield event.delta.text!;
  }
  throw new Error('Cut off'); // the bytes ended, the message did not
}
type Delta = { type?: string; text?: string };
type StreamEvent = { type: string; delta?: Delta; error?: { message: string } };
