// Finds a Chromium for the end-to-end tests, or installs one.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { installOnDebian, mayInstall } from './debian.ts';
import { bin, run } from './run.ts';

export interface Browser {
  executablePath: string;
  /** Where it comes from, in words. */
  source: string;
}

const { env, platform } = process;

/** Nothing that a browser does by itself. */
export const quietFlags: readonly string[] = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What tests start it with. A new headless Chromium opens a window for each page, and in each window keeps a process
 * ready for what the address bar may have to show: half of all the work it takes to open one of our pages. Switching
 * that off replaces the list of what Playwright switches off, so what matters of that stands here too.
 */
export const browserFlags: readonly string[] = [
  ...quietFlags,
  `--disable-features=${[
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    'AimEnabled',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'LensOverlay',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'TcpPortRandomizationWin',
    'ThirdPartyStoragePartitioning',
  ].join(',')}`,
];

/**
 * The first Chromium that is there: the one named by CHROME_PATH, Playwright's own, then the system's.
 * @throws Error if CHROME_PATH names nothing that can be started
 */
export function findBrowser(): Browser | null {
  if (env['CHROME_PATH']) {
    if (starts(env['CHROME_PATH'])) {
      return { executablePath: env['CHROME_PATH'], source: 'CHROME_PATH' };
    }
    throw new Error(
      `CHROME_PATH is ${env['CHROME_PATH']}, which is not a browser that starts here.`,
    );
  }
  const own = playwrightPath();
  if (own && starts(own)) return { executablePath: own, source: "Playwright's own" };
  const executablePath = systemPaths().find(starts);
  return executablePath ? { executablePath, source: "the system's" } : null;
}

/** As `findBrowser`, but installs one if there is none. Says what it does; null if nothing helped. */
export async function ensureBrowser(say: (line: string) => void): Promise<Browser | null> {
  const found = findBrowser();
  if (found) return found;

  say("No Chromium here yet. Downloading Playwright's own …");
  // The whole browser only: the tests do not use the separate headless shell that would come with it.
  await run(bin('playwright', 'install', 'chromium', '--no-shell'), { limitMs: 180_000 });
  const downloaded = findBrowser();
  if (downloaded) return downloaded;

  if (mayInstall()) {
    say("That did not work. Installing Debian's chromium …");
    await installOnDebian(['chromium']);
  }
  return findBrowser();
}

/** Where Playwright keeps its Chromium, whether it is there or not; null on platforms that it has none for. */
function playwrightPath(): string | null {
  try {
    return chromium.executablePath();
  } catch {
    return null;
  }
}

function systemPaths(): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const names = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return names.flatMap((name) =>
      programs.flatMap((folder) => (folder ? join(folder, name) : [])),
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter);
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
  ];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Whether the file is there and, on Linux, runs: a downloaded browser may lack system libraries, and Ubuntu's
 * `chromium-browser` only says to install a snap. On Windows `--version` would open a window.
 */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  return platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 10_000 }).status === 0;
}
