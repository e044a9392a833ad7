// On your server: a key never goes to a browser.
const key = process.env['ANTHROPIC_API_KEY']!;

/** A plain call: ask, wait, get all of it. */
export async function ask(model: string, prompt: string): Promise<string> {
  const response = await fetch('https://api.anthropic.com/v1/messages', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'anthropic-version': '2023-06-01',
      'x-api-key': key,
    },
    body: JSON.stringify({
      model,
      max_tokens: 50,
      messages: [{ role: 'user', content: prompt }],
    }),
    signal: AbortSignal.timeout(15_000), // a wait with an end
  });
  // Some failures pass, 429 among them: try again, a little later.
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { stop_reason, content } = (await response.json()) as Message;
  if (stop_reason === 'max_tokens') throw new Error('Cut off');
  return content.map((block) => block.text ?? '').join('');
}
type Message = { stop_reason: string; content: { text?: string }[] };
