// The article's batch scripts, run as they stand with the real curl and jq: only the host is another, and no minute passes.
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { snippet } from '../content/snippets.ts';
import { served } from './serve.ts';

// A few dozen processes on a busy machine take their time, and that is no failure.
vi.setConfig({ testTimeout: 120_000 });

function says(tool: string, ...words: string[]): string {
  const { error, stdout } = spawnSync(tool, words, { encoding: 'utf8' });
  return error || process.platform === 'win32' ? '' : stdout;
}
const why = !says('curl', '--help', 'all').includes('--json')
  ? 'no curl 7.82 or newer'
  : !says('jq', '--version')
    ? 'no jq'
    : '';

const server = served();

/** Runs a script of the article in a folder of its own, and returns what it left in results.jsonl. */
async function run(name: string, env: Record<string, string>, settings: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'batch-'));
  try {
    // The pause is short, and curl says the settings that another server would not have.
    const commands = {
      sleep: 'exec /bin/sleep 0.01',
      curl: `PATH="\${PATH#*:}" exec curl -H 'x-feels-fast: ${settings}' "$@"`,
    };
    for (const [command, code] of Object.entries(commands)) {
      writeFileSync(join(cwd, command), `#!/bin/sh\n${code}\n`);
      chmodSync(join(cwd, command), 0o755);
    }
    writeFileSync(join(cwd, 'requests.jsonl'), snippet('requests.jsonl'));
    const script = snippet(name);
    const here = script.replace(/https:\/\/api\.(anthropic|openai)\.com/, server.url);
    expect(here).not.toBe(script);
    writeFileSync(join(cwd, 'script'), here);
    const PATH = `${cwd}:${process.env['PATH'] ?? ''}`;
    await new Promise<void>((resolve, reject) =>
      execFile('sh', ['script'], { cwd, env: { ...env, PATH }, timeout: 60_000 }, (error) =>
        error ? reject(new Error(error.message)) : resolve(),
      ),
    );
    return readFileSync(join(cwd, 'results.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { custom_id: string });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

describe.skipIf(why)(`the real curl and jq${why && `: ${why}`}`, () => {
  it('batch-anthropic.sh fetches every result', async () => {
    const results = await run(
      'batch-anthropic.sh',
      { ANTHROPIC_API_KEY: 'none', MODEL: 'mock' },
      'dayms=3000',
    );
    expect(results).toEqual(
      ['review-2', 'review-1'].map((custom_id) => ({
        custom_id,
        result: {
          type: 'succeeded',
          message: expect.objectContaining({ role: 'assistant' }) as object,
        },
      })),
    );
  });

  it.each([
    { settings: 'dayms=3000', answered: 2 },
    { settings: 'dayms=100&batchhours=47', answered: 1 },
    { settings: 'dayms=1&batchhours=48', answered: 0 },
  ])('batch-openai.sh fetches what there is: $settings', async ({ settings, answered }) => {
    const results = await run('batch-openai.sh', { OPENAI_API_KEY: 'none' }, settings);
    expect(results.map(({ custom_id }) => custom_id).sort()).toEqual(['doc-1', 'doc-2']);
    expect(
      results.filter((result) => 'response' in result && result.response !== null),
    ).toHaveLength(answered);
  });
});
