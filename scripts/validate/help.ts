import { cases, idOf } from './cases.ts';

/** Their names, in lines of up to 98 characters. */
const names = cases
  .map(idOf)
  .join(' ')
  .replaceAll(/(.{1,96})(?: |$)/g, '  $1\n');

/** How `npm run validate` is used. */
export const help = `Holds the simulator against a real server, a real nginx and a real browser.

Usage
  npm run validate -- [--only NAMES] [--repeats 5] [--json FILE]

Options
  --only NAMES   some cases, by their names or the beginning of them, with commas between
  --repeats N    how often each is measured
  --json FILE    where the results go
  --help, -h     this

All of it takes about ten minutes and writes src/content/validation.json, which the method page
is drawn from. Some of it writes only where --json says. Let it run on a quiet machine.

Cases
${names}`;
