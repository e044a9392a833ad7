// How fast the simulator is: `npm run bench`, or `npm run bench -- scene` for one. Says whether targets are met, and
// never fails on a time: those belong to the machine and to what else it does.

import { benchmarks } from '../tests/bench/benchmarks.ts';
import { print } from '../tests/bench/print.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benchmarks, name));

if (unknown.length > 0) {
  const names = Object.keys(benchmarks).join(', ');
  console.error(`${unknown.join(', ')}: no such benchmark. There are: ${names}.`);
  process.exitCode = 2;
} else {
  for (const [name, measure] of Object.entries(benchmarks)) {
    if (wanted.length === 0 || wanted.includes(name)) console.log(print(name, measure()));
  }
}
