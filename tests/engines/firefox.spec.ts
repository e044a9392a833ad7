import { firefox } from './drivers/firefox.ts';
import { tryEngine } from './table.ts';

tryEngine(firefox);
