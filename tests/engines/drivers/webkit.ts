import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { webkit as playwrightWebkit } from '@playwright/test';
import { freePort } from '../../../scripts/port.ts';
import { findProgram } from '../../../scripts/programs.ts';
import type { Driver, Engine } from '../driver.ts';
import { playwrights } from './playwright.ts';
import { openSession } from './webdriver.ts';

export const webkit: Engine = {
  id: 'webkit',
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb'],
  find() {
    const own = playwrights(playwrightWebkit);
    if (own) return own;
    const driver = findProgram(['WebKitWebDriver']);
    const browser = globSync('/usr/{lib,libexec}/{,*/}webkit2gtk-4.1/MiniBrowser')[0];
    const screen = findProgram(['Xvfb']);
    if (driver === null || browser === undefined || screen === null) return null;
    return { source: browser, start: () => start({ driver, browser, screen }) };
  },
};

interface Programs {
  /** Speaks WebDriver, and starts the browser. */
  driver: string;
  browser: string;
  /** A screen that nobody sees. */
  screen: string;
}

/** WebKitGTK's own small browser, in a window on a screen of its own. */
async function start({ driver, browser, screen }: Programs): Promise<Driver> {
  const { display, stop: stopScreen } = await startScreen(screen);
  const port = await freePort(4444);
  const service = spawn(driver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      // Its sandbox cannot be made by root, nor in most containers.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
    stdio: 'ignore',
  });
  const stop = () => {
    service.kill();
    stopScreen();
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/status`, service);
    const session = await openSession(url, {
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    });
    return { ...session, close: () => session.close().finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}

async function startScreen(program: string): Promise<{ display: string; stop: () => void }> {
  const size = ['-screen', '0', '2000x2000x24'];
  const screen = spawn(program, ['-displayfd', '3', ...size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3]!, 'data')) as [Buffer];
  return { display: `:${number.toString().trim()}`, stop: () => screen.kill() };
}

/** Resolves when something answers there. @throws Error if the program ends before */
async function answers(url: string, program: ChildProcess): Promise<void> {
  while (!(await fetch(url).catch(() => null))) {
    if (program.exitCode !== null) throw new Error(`${program.spawnfile} ended.`);
    await setTimeout(20);
  }
}
