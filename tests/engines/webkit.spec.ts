import { webkit } from './drivers/webkit.ts';
import { tryEngine } from './table.ts';

tryEngine(webkit);
