// A page of somebody else's that is cross-origin isolated, and so takes only what says that it is for other sites. Taking
// away one header shows what each is for: without CORP no picture, loader or frame, without COEP no frame, without CORS
// no module.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  elementPath,
  framePath,
  loaderPath,
  manifestPath,
  posterPath,
  tagOf,
} from '../../src/embed/addresses.ts';
import { expect, test, watch } from './site.ts';

const id = 'token-flow';

test('a cross-origin isolated page can show a frame, an element and a poster', async ({
  page,
  request,
  baseURL,
}) => {
  const { version, files } = (await (await request.get(manifestPath('v1'))).json()) as {
    version: string;
    files: Record<string, { integrity: string }>;
  };
  const html = `<!doctype html><title>Host</title><link rel="icon" href="data:,">
    <iframe src="${baseURL}${framePath(id)}" sandbox="allow-scripts"></iframe>
    <img src="${baseURL}${posterPath(id, 'svg')}" alt="">
    <script src="${baseURL}${loaderPath('v1')}"></script>
    <${tagOf(id)}></${tagOf(id)}>
    <script type="module" src="${baseURL}${elementPath(id, version)}" crossorigin="anonymous"
      integrity="${files[`${tagOf(id)}.js`]!.integrity}"></script>`;
  const headers = {
    'Content-Type': 'text/html',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const host = createServer((_, response) => response.writeHead(200, headers).end(html)).listen(0);
  await once(host, 'listening');

  const seen = watch(page);
  await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(page.frameLocator('iframe').locator('svg').first()).toBeVisible();
  await expect(page.locator('iframe')).toHaveAttribute('style', /height/);
  await expect(page.locator(tagOf(id)).locator('svg').first()).toBeVisible();
  await expect(page.locator('img')).not.toHaveJSProperty('naturalWidth', 0);
  expect(seen.complaints).toEqual([]);
  host.close();
});
