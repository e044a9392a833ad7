// Every package is named in CONTRIBUTING.md with what it is for, and installs wherever somebody works on this.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Names = Record<string, string>;
interface Locked {
  dependencies?: Names;
  devDependencies?: Names;
  optionalDependencies?: Names;
  resolved?: string;
  integrity?: string;
  os?: string[];
  cpu?: string[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { dependencies, devDependencies } = read('package.json') as Record<string, Names>;
const names = Object.keys({ ...dependencies, ...devDependencies }).sort();
const lock = (read('package-lock.json') as { packages: Record<string, Locked> }).packages;

test('CONTRIBUTING.md names each package once, with what it is for and its licence', () => {
  const rows = [
    ...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(
      /^\| `([^`]+)` +\| ([^|]*\S) +\| ([^|]*\S) +\|$/gm,
    ),
  ].map(([, name, reason, licence]) => ({ name: name!, reason: reason!, licence: licence! }));
  const packages = rows.filter(({ name }) => names.includes(name) || /[/.-]/.test(name));
  expect(
    packages.map(({ name }) => name).sort(),
    'The table under “What it is built with” in CONTRIBUTING.md and package.json must name the same.',
  ).toEqual(names);
  for (const { name, licence } of packages) {
    const { license } = read(`node_modules/${name}/package.json`) as { license: string };
    // GSAP's has a name of its own, with an address in it.
    expect(license, `${name}: write its licence as its package.json says it`).toContain(licence);
  }
});

/** Where `name` is found from the package at `path` in the lock file, as Node finds it. */
function locked(path: string, name: string): Locked | undefined {
  for (let at = path; ; at = at.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = lock[`${at && `${at}/`}node_modules/${name}`];
    if (found || at === '') return found;
  }
}

/** Programs that come compiled, one package for each platform. */
const compiled = Object.entries(lock).flatMap(([path, { os, optionalDependencies = {} }]) => {
  const each = Object.keys(optionalDependencies).map((name) => ({ name, is: locked(path, name) }));
  // Not those that need one thing more on one system, as watchers of files do on macOS.
  return os === undefined && each.filter(({ is }) => is?.os).length > 2 ? [{ path, each }] : [];
});

test('there are compiled programs in the lock file', () =>
  expect(compiled.length).toBeGreaterThan(5));

test.each(compiled)('$path is locked for every platform that it is made for', ({ each }) => {
  expect(
    each.filter(({ is }) => !is?.integrity).map(({ name }) => name),
    'Delete node_modules and package-lock.json, run npm install with the Node of package.json, and look again. What is ' +
      'still missing is missing in the registry: take another version.',
  ).toEqual([]);
  const platforms = each.flatMap(({ is }) =>
    (is?.os ?? []).flatMap((os) => (is?.cpu ?? []).map((cpu) => `${os} ${cpu}`)),
  );
  expect(platforms).toEqual(
    expect.arrayContaining(['darwin arm64', 'darwin x64', 'linux arm64', 'linux x64', 'win32 x64']),
  );
});

test('the lock file names no registry', () =>
  expect(
    Object.entries(lock).flatMap(([path, { resolved }]) => (resolved ? [path] : [])),
    'npm install with omit-lockfile-registry-resolved=true leaves the addresses out.',
  ).toEqual([]));

test('the lock file is that of package.json, and nothing in it is missing', () => {
  const fields = [
    'name',
    'version',
    'dependencies',
    'devDependencies',
    'peerDependencies',
  ] as const;
  const of = (from: object) => fields.map((field) => (from as Record<string, unknown>)[field]);
  expect(of(lock['']!), 'npm install writes it again.').toEqual(of(read('package.json') as object));
  const missing = Object.entries(lock).flatMap(([path, { dependencies: needed = {} }]) =>
    Object.keys(needed).filter((name) => !locked(path, name)),
  );
  expect(missing, 'npm install writes it again.').toEqual([]);
});
