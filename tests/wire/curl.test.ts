// The article's curl lines, with the real curl against our server: they print what the article says.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { snippet } from '../content/snippets.ts';
import { served } from './serve.ts';

const missing = ['curl', 'perl'].filter((name) => spawnSync(name, ['--version']).status !== 0);
const server = served();

/** Lines of check.sh's output, each with the time at which it came. */
interface Line {
  seconds: number;
  text: string;
}

const linesOf = (output: string): Line[] =>
  [...output.matchAll(/^ *([\d.]+) s {2}(.*)$/gm)].map(([, seconds, text]) => ({
    seconds: Number(seconds),
    text: text!,
  }));

/** What try-check.sh prints, with our server's address in it and whatever else is to be changed. */
async function printed(change: (script: string) => string = (script) => script) {
  const cwd = mkdtempSync(join(tmpdir(), 'curl-'));
  try {
    writeFileSync(join(cwd, 'check.sh'), snippet('check.sh'));
    const script = snippet('try-check.sh').replace('http://127.0.0.1:8787', server.url);
    expect(script).toContain(server.url);
    writeFileSync(join(cwd, 'try-check.sh'), change(script));
    const output = await new Promise<string>((resolve, reject) =>
      execFile('sh', ['try-check.sh'], { cwd }, (error, out) =>
        error instanceof Error ? reject(error) : resolve(out),
      ),
    );
    const [plain, compressed] = output.split('Compressed:');
    return { plain: linesOf(plain!), compressed: linesOf(compressed!) };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

const deltas = (lines: Line[]) =>
  lines.filter(({ text }) => text.startsWith('event: content_block_delta'));
const spread = (lines: Line[]) => lines.at(-1)!.seconds - lines[0]!.seconds;

describe.skipIf(missing.length > 0)(
  `try-check.sh${missing.length > 0 ? ` (no ${missing.join(', ')} here)` : ''}`,
  () => {
    let held: Awaited<ReturnType<typeof printed>>;
    beforeAll(async () => {
      held = await printed();
    });

    it('prints every line of both streams, and they are the same', () => {
      expect(deltas(held.plain)).toHaveLength(60);
      const lines = ({ text }: Line) => text.replace(/msg_\d+/, '');
      expect(held.compressed.map(lines)).toEqual(held.plain.map(lines));
    });

    it('without compression the lines come while the answer is written', () => {
      expect(new Set(deltas(held.plain).map(({ seconds }) => seconds)).size).toBeGreaterThan(1);
      expect(spread(held.plain)).toBeGreaterThan(0);
    });

    it('with a compressor that is not flushed they come together', () => {
      expect(spread(held.compressed)).toBeLessThan(spread(held.plain));
    });

    it('a compressor that is flushed lets them through', async () => {
      const flushed = await printed((script) =>
        script.replace('compress=held', 'compress=flushed').replace('rate=30', 'rate=300'),
      );
      expect(spread(flushed.compressed)).toBeGreaterThan(0);
      expect(deltas(flushed.compressed)).toHaveLength(60);
    });
  },
);
