// What a compressor has been given before the connection is torn down arrives, if it is flushed.
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { constants, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { headersOf, served } from './serve.ts';

const server = served();
const messages = [{ role: 'user', content: 'Why?' }];

it.each([
  { compress: 'flushed', tokens: 5 },
  { compress: 'held', tokens: 0 },
])('cut=5&compress=$compress: $tokens tokens', async ({ compress, tokens }) => {
  const asked = request(`${server.url}/v1/messages`, {
    method: 'POST',
    headers: { 'accept-encoding': 'gzip', ...headersOf(`cut=5&compress=${compress}`) },
  });
  asked.end(JSON.stringify({ model: 'mock', max_tokens: 99, stream: true, messages }));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('error', () => undefined);
  await new Promise((closed) => answer.once('close', closed));
  const text = gunzipSync(Buffer.concat(chunks), { finishFlush: constants.Z_SYNC_FLUSH });
  expect(text.toString().match(/"text_delta"/g) ?? []).toHaveLength(tokens);
});
