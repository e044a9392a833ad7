// The browser's own EventSource follows a job of the mock server across connections that are cut.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import ts from 'typescript';
import { answerOf, script } from '../../src/wire/jobs/script.ts';
import { wireSettings } from '../../src/wire/settings.ts';
import { Wire } from '../../src/wire/wire.ts';

const work = 'jobms=500';
const { settings } = wireSettings(new URLSearchParams(work));
const count = script(settings, '').length;
const snippet = readFileSync('src/content/snippets/resume-stream.ts', 'utf8');
const code = ts.transpile(snippet, {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ESNext,
});

test('EventSource resumes after each cut, loses and doubles nothing, and stops at 204', async ({
  page,
}) => {
  const wire = new Wire();
  const origin = `http://127.0.0.1:${String(await wire.listen(0))}`;
  try {
    const resumed: (string | undefined)[] = [];
    wire.server.on('request', ({ url, headers }: { url: string; headers: NodeJS.Dict<string> }) => {
      if (url.includes('/events')) resumed.push(headers['last-event-id']);
    });
    for (let n = 0; n < 2; n++)
      await fetch(`${origin}/jobs?${work}`, { method: 'POST', body: '{"question": "Why?"}' });
    await page.goto(origin);

    const ids = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const ids: number[] = [];
          const source = new EventSource('/jobs/1/events?cut=40&retry=1');
          for (const type of ['message', 'progress', 'done'])
            source.addEventListener(type, ({ lastEventId }: MessageEvent) =>
              ids.push(Number(lastEventId)),
            );
          source.onerror = () => {
            if (source.readyState === EventSource.CLOSED) resolve(ids);
          };
        }),
    );
    expect(ids).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    expect(resumed.at(0)).toBeUndefined();
    expect(resumed.length).toBeGreaterThan(count / 40);
    // Who has had everything is told 204, and does not come again.
    expect(resumed.filter((id) => id === String(count))).toHaveLength(1);
    expect(resumed.at(-1)).toBe(String(count));

    const shown = await page.evaluate(async (code) => {
      const Native = EventSource;
      globalThis.EventSource = class extends Native {
        constructor(url: string | URL) {
          super(`${String(url)}?cut=40&retry=1`);
        }
      };
      const { follow } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
        follow: (job: string, show: (text: string) => void, leave: AbortSignal) => Promise<void>;
      };
      const shown: string[] = [];
      await follow('/jobs/2', (text) => shown.push(text), new AbortController().signal);
      return shown.join('');
    }, code);
    expect(shown).toBe(answerOf(settings));
  } finally {
    await wire.close();
  }
});
