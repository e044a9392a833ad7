// How well the mock server keeps its schedule, and what clients that do not read cost it.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ServerReport } from './wireServer.ts';

const body = JSON.stringify({
  model: 'mock',
  max_tokens: 9_999,
  stream: true,
  messages: [{ role: 'user', content: 'Hi' }],
});

async function withServer(
  use: (url: string, report: () => Promise<ServerReport>) => Promise<void>,
) {
  const worker = new Worker(new URL('./wireServer.ts', import.meta.url));
  const [port] = (await once(worker, 'message')) as [number];
  await use(`http://127.0.0.1:${String(port)}/v1/messages`, async () => {
    worker.postMessage('report');
    return ((await once(worker, 'message')) as [ServerReport])[0];
  });
  await worker.terminate();
}

const ask = (url: string, query: string) => fetch(`${url}?${query}`, { method: 'POST', body });

/** Streams read to the end, side by side. */
export async function printSchedule(count: number, rate: number): Promise<string[]> {
  const lines: string[] = [];
  await withServer(async (url, report) => {
    const asked = Array.from({ length: count }, async (_, i) => {
      const answer = await ask(
        url,
        `rate=${String(rate)}&tokens=300&response=long&ttft=${String(500 + 7 * i)}`,
      );
      await answer.body!.pipeTo(new WritableStream());
    });
    await Promise.all(asked);
    const { streams } = await report();
    const late = streams.flatMap((stream) => stream.late).sort((a, b) => a - b);
    const at = (p: number) => late[Math.floor(p * (late.length - 1))]!.toFixed(1);
    const off = streams.map(({ meanInterval }) => Math.abs(meanInterval / (1000 / rate) - 1));
    lines.push(
      `${String(count)} streams of 300 tokens at ${String(rate)}/s: written late by ${at(0.5)} ms (median), ` +
        `${at(0.99)} ms (p99), ${at(1)} ms (worst)`,
      `mean interval off by ${(100 * Math.max(...off)).toFixed(2)} % at most, target ≤ 0.5 %: ` +
        (Math.max(...off) <= 0.005 ? 'met' : 'missed'),
    );
  });
  return lines;
}

/** Streams that nobody reads, until all of them wait: 1,000 events of 64 kB each, at 2,000 a second. */
export async function printUnread(count: number): Promise<string[]> {
  const lines: string[] = [];
  await withServer(async (url, report) => {
    // Kept: an answer that nobody holds is collected, and its connection closed.
    const unread = await Promise.all(
      Array.from({ length: count }, () =>
        ask(url, 'rate=2000&ttft=0&response=long&tokens=1000&padding=65536'),
      ),
    );
    const memory: number[] = [];
    let last: ServerReport;
    do {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      last = await report();
      memory.push(last.memory);
    } while (memory.length < 10);
    await Promise.all(unread.map((answer) => answer.body!.cancel()));
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    const held = last.streams.filter(({ state }) => state === 'held').length;
    lines.push(
      `${String(count)} clients that do not read ${megabytes(count * 65_536_000)}: ${String(held)} held back, ` +
        `${megabytes(last.waiting)} wait in the server`,
      `memory of the process after 1, 2, 5 and 10 s: ` +
        [0, 1, 4, 9].map((i) => megabytes(memory[i]!)).join(', '),
    );
  });
  return lines;
}
