import { globSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** The address of every page that was built, the 404 page included. */
export const pages: readonly string[] = globSync('dist/**/*.html')
  .map((file) =>
    file
      .replaceAll('\\', '/')
      .replace(/^dist/, '')
      .replace(/index\.html$/, ''),
  )
  .sort();

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
