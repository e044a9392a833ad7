import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the first of these programs is, or null. What only root uses is not always on the PATH of others. */
export function findProgram(
  names: readonly string[],
  starts: (path: string) => boolean = existsSync,
): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(starts) ?? null;
}
