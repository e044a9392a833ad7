import { describe, expect, it } from 'vitest';
import { readArguments } from '../../scripts/validate/arguments.ts';
import { cases, idOf } from '../../scripts/validate/cases.ts';

describe('npm run validate', () => {
  it('measures every case five times, unless told otherwise', () =>
    expect(readArguments([])).toEqual({ cases, repeats: 5, json: undefined, help: false }));

  it.each([
    { name: 'one case', given: 'nginx-1.0-60', expect: ['nginx-1.0-60'] },
    {
      name: 'by a beginning',
      given: 'nginx-1.0-g',
      expect: ['nginx-1.0-gzip-60', 'nginx-1.0-gzip-200'],
    },
    {
      name: 'several, in the order of all',
      given: 'sync-25-6,direct-60',
      expect: ['direct-60', 'sync-25-60'],
    },
  ])('--only $given: $name', ({ given, expect: ids }) =>
    expect(readArguments(['--only', given]).cases.map(idOf)).toEqual(ids),
  );

  it.each([
    { given: ['--only', 'token-25,nginx-2'], says: '--only nginx-2' },
    { given: ['--repeats', '0'], says: '--repeats 0' },
    { given: ['--repeats', 'often'], says: '--repeats often' },
    { given: ['--often'], says: '--often' },
  ])('$given is refused, by its name', ({ given, says }) =>
    expect(() => readArguments(given)).toThrow(says),
  );
});
