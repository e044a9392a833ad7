// How fast the simulator is, and how the build grows. Reports, and says whether targets are met; never fails on a time:
// those belong to the machine and to what else it does.
//
//   npm run bench                    the simulator
//   npm run bench -- scene           one of its benchmarks
//   npm run bench -- wire            the mock server: 1 and 200 streams at once, 50 that nobody reads; a minute
//   npm run bench -- build           the site with 1, 100 and 1,000 articles; takes several minutes
//   npm run bench -- build 1 20      with as many as you say

import { benchmarks } from '../tests/bench/benchmarks.ts';
import { print } from '../tests/bench/print.ts';
import { printBuild, printGrowth } from '../tests/bench/printBuilds.ts';
import { measureBuild, type Build } from '../tests/bench/siteBuild.ts';
import { printSchedule, printUnread } from '../tests/bench/wire.ts';

const wanted = process.argv.slice(2);
if (wanted[0] === 'build') await build(wanted.slice(1));
else if (wanted[0] === 'wire') await wire();
else await simulator(wanted);

async function simulator(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
  if (unknown.length > 0)
    return refuse(
      `${unknown.join(', ')}: no such benchmark. There are: ${Object.keys(benchmarks).join(', ')}, build, wire.`,
    );
  for (const [name, measure] of Object.entries(benchmarks))
    if (names.length === 0 || names.includes(name)) console.log(print(name, await measure()));
}

async function wire(): Promise<void> {
  console.log('wire: the mock server and its clients in one process, a thread each');
  for (const [streams, rate] of [
    [1, 60],
    [1, 200],
    [200, 60],
  ] as const)
    for (const line of await printSchedule(streams, rate)) console.log(`  ${line}`);
  for (const line of await printUnread(50)) console.log(`  ${line}`);
}

async function build(sizes: readonly string[]): Promise<void> {
  const counts = sizes.length > 0 ? sizes.map(Number) : [1, 100, 1000];
  if (!counts.every((count) => Number.isInteger(count) && count > 0))
    return refuse(`build ${sizes.join(' ')}: how many articles? Whole numbers from 1 on.`);
  console.log('build: the site with articles made up for it');
  const builds: Build[] = [];
  for (const count of counts.sort((a, b) => a - b)) {
    builds.push(await measureBuild(count));
    console.log(`  ${printBuild(builds.at(-1)!)}`);
  }
  for (const line of printGrowth(builds)) console.log(`  ${line}`);
}

function refuse(why: string): void {
  console.error(why);
  process.exitCode = 2;
}
