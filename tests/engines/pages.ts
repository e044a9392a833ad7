// What every page of the site does in every engine, figures or not.
import { expect } from 'vitest';
import { pagesIn } from '../../scripts/dist.ts';
import { complaints } from './checks/playPage.ts';
import type { Driver } from './driver.ts';

/** Addresses of the built pages, without the frames for other sites. */
export const pages = pagesIn('dist').filter(
  (path) => !/^\/([^/]+\/)?embed\/(?!docs\/)./.test(path),
);

/** It loads without a complaint, its policy being in force: a style attribute is refused, and nothing else was. */
export async function loadsUnderItsPolicy(driver: Driver, url: string): Promise<void> {
  await driver.open(url);
  expect(await complaints(driver)).toEqual([]);
  const margin = await driver.evaluate(() => {
    document.body.setAttribute('style', 'margin-left: 12345px');
    return getComputedStyle(document.body).marginLeft;
  });
  expect(margin).not.toBe('12345px');
  const refused = async () => (await complaints(driver)).join();
  await expect.poll(refused).toMatch(/^against the policy: style-src/);
}

/** It answers: WebAssembly runs, and what was found is shown. */
export async function searches(driver: Driver, site: string): Promise<void> {
  await driver.open(`${site}/search/?q=prefill`);
  const hits = () => driver.evaluate(() => document.querySelectorAll('[data-hits] mark').length);
  await expect.poll(hits).toBeGreaterThan(0);
  expect(await complaints(driver)).toEqual([]);
}
