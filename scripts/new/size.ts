// Prints how many bytes a figure's element has, gzipped. In a process of its own: who has just written the figure still
// has the registry as it was.

import { gzipSync } from 'node:zlib';
import { bundleElement } from '../embeds.ts';

console.log(gzipSync(await bundleElement(process.argv[2]!), { level: 9 }).length);
