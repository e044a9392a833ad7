import { chromium } from './drivers/chromium.ts';
import { tryEngine } from './table.ts';

tryEngine(chromium);
