const api = 'https://api.anthropic.com/v1/messages/batches';

/** Hands in Messages requests, each under an id; says what became of each. */
export async function run(work: ReadonlyMap<string, object>) {
  const requests = [...work].map(([id, params]) => ({ custom_id: id, params }));
  let batch = (await (await call(api, { requests })).json()) as Batch;
  while (batch.processing_status !== 'ended') {
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    batch = (await (await call(`${api}/${batch.id}`)).json()) as Batch;
  }
  const lines = (await (await call(batch.results_url)).text()).trim().split('\n');
  const results = lines.map((line) => JSON.parse(line) as Line);
  // They come in any order. Send expired ones again; mend errored ones.
  return new Map(results.map(({ custom_id, result }) => [custom_id, result]));
}
async function call(url: string, body?: object) {
  const headers = {
    'content-type': 'application/json',
    'anthropic-version': '2023-06-01',
    // On your server: a key never goes to a browser.
    'x-api-key': process.env['ANTHROPIC_API_KEY']!,
  };
  const post = body && { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, { ...post, headers });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response;
}
type Batch = { id: string; processing_status: string; results_url: string };
type Line = { custom_id: string; result: { type: Outcome; message?: object } };
type Outcome = 'succeeded' | 'errored' | 'canceled' | 'expired';
