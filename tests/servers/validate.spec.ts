// The simulator against a real nginx and a real browser, in short: only what a busy machine cannot change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.ts';
import { findNginx } from '../../scripts/nginx.ts';
import { shared, type Case } from '../../scripts/validate/cases.ts';
import { openLab, type Lab } from '../../scripts/validate/lab.ts';
import { outcome } from '../../scripts/validate/summary.ts';
import { bursts } from '../../src/run/compare.ts';

const browser = findBrowser();
const nginx = findNginx();
const base: Case = {
  kind: 'network',
  path: 'direct',
  render: 'frame',
  cost: 0,
  rate: 40,
  tokens: 84,
};

/** Full buffers come 700 ms after each other; what is in one, at once, or almost on a busy machine. */
const together = (times: Float64Array) => bursts(times, 150);

describe.skipIf(!browser || !nginx)('held against reality', () => {
  let lab: Lab;
  beforeAll(async () => void (lab = await openLab(browser!.executablePath, nginx)));
  afterAll(() => lab.close());

  const measure = async (part: Partial<Case>) => {
    const of = { ...base, ...part };
    const answered = await lab.answer(of);
    const came = outcome(of, answered);
    // Nothing comes before it was sent, by clocks that were compared as closely as the machine allowed.
    const unsure = 5 + answered.measured.clock.took;
    expect(came.predicted[0]).toBeGreaterThanOrEqual(shared.ttft);
    if (of.kind === 'network')
      expect(came.measured[0]! + unsure).toBeGreaterThan(came.predicted[0]!);
    return came;
  };

  it('nginx that speaks HTTP/1.0 passes on the tokens of a full buffer, as predicted', async () => {
    const { predicted, measured } = await measure({ path: 'nginx-1.0' });
    expect(together(predicted).length).toBeGreaterThan(1);
    expect(together(measured)).toEqual(together(predicted));
  });

  it('the first token comes at once, with a full buffer, or at the end', async () => {
    const firsts: number[] = [];
    for (const path of ['direct', 'nginx-1.0', 'nginx-1.0-gzip'] as const) {
      const { measured } = await measure({ path });
      firsts.push(measured[0]!);
      if (path === 'nginx-1.0-gzip') expect(together(measured)).toEqual([base.tokens]);
    }
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  });

  it('a page with more work than time takes more and more tokens at once', async () => {
    const { batches } = await measure({
      kind: 'page',
      render: 'token',
      cost: 40,
      rate: 100,
      tokens: 60,
    });
    expect(batches.measured.reduce((a, b) => a + b)).toBe(60);
    // However the machine dawdles: what comes while one batch is worked through is the next, and there is no third.
    expect(batches.measured.slice(-2).reduce((a, b) => a + b)).toBeGreaterThan(30);
  });
});

it('where a browser does not start, nothing that was started goes on', async () => {
  await expect(openLab(process.execPath, nginx)).rejects.toThrow('launch');
  await expect.poll(() => process.getActiveResourcesInfo()).not.toContain('ProcessWrap');
});
