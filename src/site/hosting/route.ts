// What the build writes as dist/_headers.

import { table } from '../headers.ts';
import { toHeadersFile } from './headersFile.ts';

export const GET = (): Response => new Response(toHeadersFile(table));
