// Prints how many bytes a figure's element has, gzipped. In a process of its own: who has just written the figure still
// has the registry as it was.

import { gzip } from '../audit/compressed.ts';
import { bundleElement } from '../embeds.ts';

console.log(gzip(await bundleElement(process.argv[2]!)).length);
