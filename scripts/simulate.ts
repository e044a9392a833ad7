// Prints what a scenario gives: `npm run -s simulate -- rate=120 proxy=bucket --format csv`. --help says the rest.

import { run } from './simulate/run.ts';

// Whoever reads may have seen enough (`| head`): that is no error, and nothing more can be said to them.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const { output, errors, exitCode } = run(process.argv.slice(2));
process.exitCode = exitCode;
for (const error of errors) process.stderr.write(`${error}\n`);
process.stdout.write(output);
