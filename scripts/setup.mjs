// Runs before the other npm scripts: installs the packages when they are missing or out of date, and is quick otherwise.
// Plain JavaScript, because on a bare clone it runs on whatever Node is there; what follows runs on the Node that the
// package `node` brings. It speaks on stderr only, so that the output of `npm run -s simulate` stays clean.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

// npm runs scripts in the folder of package.json, so the paths here are relative to it.
const wantedLock = 'package-lock.json';
const installedLock = 'node_modules/.package-lock.json';
const ownNode = `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  stop(`Feels Fast needs Node 20 or newer, and this is ${process.version}: https://nodejs.org/`);
}
if (!isInstalled()) install();
if (major < 24 && !existsSync(ownNode)) {
  stop(
    'The scripts need Node 24, which npm did not install, perhaps because it is set to ignore install scripts:' +
      ' `npm rebuild node --ignore-scripts=false` does it.',
  );
}

/**
 * Whether node_modules holds what the lock file names. npm leaves a copy of the lock file there when an install has
 * finished, without the packages meant for other platforms.
 */
function isInstalled() {
  if (!existsSync(installedLock)) return false;
  const installed = packagesIn(installedLock);
  return Object.entries(packagesIn(wantedLock)).every(([path, wanted]) => {
    const found = installed[path];
    return found ? found.integrity === wanted.integrity : path === '' || wanted.optional;
  });
}

/** @returns {Record<string, { integrity?: string, optional?: boolean }>} */
function packagesIn(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

function install() {
  // `npm ci` begins by deleting node_modules, and with it the Node that may be running this very file: Windows refuses
  // that. So what is already there is brought up to date instead.
  const bare = !existsSync(installedLock);
  console.error(
    bare
      ? 'Installing the packages (npm ci); this takes about a minute.'
      : 'Bringing the packages up to date (npm install --no-save).',
  );
  const command = bare ? ['ci'] : ['install', '--no-save'];
  const started = Date.now();
  // Dev packages in any case: with NODE_ENV=production npm would leave all of them out. Only errors: on Node 20 npm
  // warns that the build tools want a newer one, which they get.
  const { status } = npm([...command, '--include=dev', '--loglevel=error']);
  if (status !== 0) {
    stop('npm could not install the packages (see above). `npm ci` by hand says more.');
  }
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function npm(args) {
  const stdio = ['ignore', process.stderr.fd, process.stderr.fd];
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env;
  // npm says where it is, and which Node runs it. Failing that (another package manager): by name, through a shell,
  // because on Windows npm is a batch file.
  return /npm-cli\.js$/.test(cli)
    ? spawnSync(node, [cli, ...args], { stdio })
    : spawnSync(`npm ${args.join(' ')}`, { stdio, shell: true });
}

function stop(why) {
  console.error(why);
  process.exit(1);
}
