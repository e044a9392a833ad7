// The built site with its headers, and pages of strangers, for any browser.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { otherwise, types } from '../../src/site/hosting/defaults.ts';
import { parseHeadersFile } from '../../src/site/hosting/headersFile.ts';
import { headersFor } from '../../src/site/hosting/rules.ts';
import { watch } from './watch.ts';

const watcher = `(${watch.toString()})()`;
const hash = `'sha256-${createHash('sha256').update(watcher).digest('base64')}'`;

/** The page with the watcher as its first script. Whatever it says of scripts in a `meta` comes later. */
const watched = (html: string) =>
  html.replace(/<html[^>]*>(\s*<head>)?/, (start) => `${start}<script>${watcher}</script>`);

const allowing = (policy: string) => policy.replace(/script-src(-elem)?(?= )/g, `$& ${hash}`);

/** The site. `?asleep` after a page's address takes its scripts away, as if none could run. */
function ours(dist: string): RequestListener {
  const rules = parseHeadersFile(readFileSync(`${dist}/_headers`, 'utf8'));
  return ({ url }, response) => {
    const { pathname, searchParams } = new URL(url!, 'http://site');
    const file = dist + pathname.replace(/\/$/, '/index.html');
    if (!existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    const headers = { ...headersFor({ rules, otherwise, types }, pathname) };
    const policy = 'Content-Security-Policy';
    if (headers[policy]) headers[policy] = allowing(headers[policy]);
    if (!file.endsWith('.html')) {
      response.writeHead(200, headers).end(readFileSync(file));
      return;
    }
    const html = readFileSync(file, 'utf8');
    const body = searchParams.has('asleep') ? html.replace(/<script\b.*?<\/script>/gs, '') : html;
    response.writeHead(200, headers).end(watched(body));
  };
}

/** A page of somebody else's: the query `body` is what is in it, `html` the attributes of its html element. */
const theirs: RequestListener = ({ url }, response) => {
  const { searchParams } = new URL(url!, 'http://host');
  const [html, body] = [searchParams.get('html') ?? 'lang="en"', searchParams.get('body')];
  response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(
      watched(
        `<!doctype html><html ${html}><head><title>Host</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
      ),
    );
};

/** Serves both, each at an origin of its own. */
export async function serve(): Promise<{ ours: string; theirs: string; stop: () => void }> {
  const servers = [createServer(ours('dist')), createServer(theirs)].map((each) => each.listen(0));
  await Promise.all(servers.map((each) => once(each, 'listening')));
  const [a, b] = servers.map((each) => `http://localhost:${(each.address() as AddressInfo).port}`);
  return {
    ours: a!,
    theirs: b!,
    stop: () => servers.forEach((each) => (each.close(), each.closeAllConnections())),
  };
}
