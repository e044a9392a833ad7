import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { channels } from '../../src/embed/release.ts';

const built = globSync('dist/**/*.html')
  .map((file) =>
    file
      .replaceAll('\\', '/')
      .replace(/^dist/, '')
      .replace(/index\.html$/, ''),
  )
  .sort();
const ofRelease = (path: string) => channels.some((channel) => path.startsWith(`/${channel}/`));

/** The address of every page that was built, the 404 page included. Each page of a release is one of these again. */
export const pages: readonly string[] = built.filter((path) => !ofRelease(path));
export const releasePages: readonly string[] = built.filter(ofRelease);

/** Whether it is a figure alone, for a frame. */
export const isFrame = (path: string): boolean => /^\/embed\/(?!docs\/)./.test(path);

/** Collects what a page complains of, and the requests it makes to others or after it has loaded. */
export function watch(page: Page): { complaints: string[]; requests: string[] } {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  return { complaints, requests };
}
