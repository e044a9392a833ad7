import { chromium } from './drivers/chromium.ts';
import { firefox } from './drivers/firefox.ts';
import { webkit } from './drivers/webkit.ts';
import type { Engine } from './driver.ts';

export const engines: readonly Engine[] = [chromium, firefox, webkit];
