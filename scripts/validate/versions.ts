import { spawnSync } from 'node:child_process';

/** "1.22.1" of what `nginx -v` says; the words as they are where it says something else. */
export function nginxVersion(program: string): string {
  const { stderr } = spawnSync(program, ['-v'], { encoding: 'utf8' });
  return /nginx\/([\d.]+)/.exec(stderr)?.[1] ?? stderr.trim();
}
