// Both stores keep what they promise.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/wire/store/open.ts';
import type { Store } from '../../src/wire/store/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => `sqlite:${join(folder, `${String(++files)}.db`)}`;

const promises: { name: string; given: (store: Store) => unknown; expect: unknown }[] = [
  {
    name: 'knows nothing at first',
    given: (s) => [s.get('job', '1'), s.ids('job'), s.log('job', '1')],
    expect: [undefined, [], []],
  },
  {
    name: 'gives back the last record',
    given: (s) => (
      s.put('job', '1', { a: 1 }),
      s.put('job', '1', { b: [2, null, 'ü'] }),
      s.get('job', '1')
    ),
    expect: { b: [2, null, 'ü'] },
  },
  {
    name: 'gives back a copy',
    given: (s) => {
      const record = { a: 1 };
      s.put('job', '1', record);
      record.a = 2;
      s.get<{ a: number }>('job', '1')!.a = 3;
      return s.get('job', '1');
    },
    expect: { a: 1 },
  },
  {
    name: 'keeps kinds apart, and ids in the order in which they came',
    given: (s) => {
      for (const id of ['b', 'a', 'c', 'b']) s.put('job', id, {});
      s.put('file', 'a', {});
      return [s.ids('job'), s.ids('file'), s.ids('batch')];
    },
    expect: [['b', 'a', 'c'], ['a'], []],
  },
  {
    name: 'counts each name, and never the same number twice',
    given: (s) => [
      s.next('job'),
      s.next('job'),
      s.next('file'),
      (s.remove('job', '2'), s.next('job')),
    ],
    expect: [1, 2, 1, 3],
  },
  {
    name: 'numbers a log from 1 without gaps, and replays it from anywhere',
    given: (s) => {
      s.append('job', '1', ['a', 'b']);
      s.append('job', '2', ['x']);
      s.append('job', '1', []);
      s.append('job', '1', [{ c: 1 }]);
      return [s.log('job', '1'), s.log('job', '1', 2), s.log('job', '1', 3), s.log('job', '2')];
    },
    expect: [
      [
        { id: 1, value: 'a' },
        { id: 2, value: 'b' },
        { id: 3, value: { c: 1 } },
      ],
      [{ id: 3, value: { c: 1 } }],
      [],
      [{ id: 1, value: 'x' }],
    ],
  },
  {
    name: 'forgets a record with its log',
    given: (s) => {
      s.put('job', '1', {});
      s.append('job', '1', ['a']);
      s.remove('job', '1');
      return [s.get('job', '1'), s.ids('job'), s.log('job', '1')];
    },
    expect: [undefined, [], []],
  },
  {
    name: 'does the whole of a piece of work, one in another too',
    given: (s) => [
      s.whole(() => (s.put('job', '1', 1), s.whole(() => s.append('job', '1', [2])), 3)),
      s.get('job', '1'),
      s.log('job', '1'),
    ],
    expect: [3, 1, [{ id: 1, value: 2 }]],
  },
  {
    name: 'or nothing of it',
    given: (s) => {
      s.put('job', '1', 'before');
      s.append('job', '1', ['before']);
      expect(() =>
        s.whole(() => {
          s.put('job', '1', 'after');
          s.put('job', '2', 'new');
          s.append('job', '1', ['after']);
          s.append('job', '2', ['new']);
          s.next('job');
          s.remove('job', '1');
          throw new Error('no');
        }),
      ).toThrow('no');
      return [s.get('job', '1'), s.ids('job'), s.log('job', '1'), s.log('job', '2'), s.next('job')];
    },
    expect: ['before', ['1'], [{ id: 1, value: 'before' }], [], 1],
  },
];

describe.each([
  { kind: 'memory', name: () => 'memory' },
  { kind: 'sqlite', name: newFile },
])('the store in $kind', ({ name }) => {
  it.each(promises)('$name', ({ given, expect: expected }) => {
    const store = openStore(name());
    expect(given(store)).toEqual(expected);
    store.close();
  });
});

it('the store in a file is there again, to its last number', () => {
  const name = newFile();
  const before = openStore(name);
  before.put('job', String(before.next('job')), { question: 'Why?' });
  before.append('job', '1', ['told']);
  // Another process may look while the first is still there, or has gone without a word.
  const after = openStore(name);
  expect(after.get('job', '1')).toEqual({ question: 'Why?' });
  after.append('job', '1', ['more']);
  expect(after.log('job', '1').map(({ value }) => value)).toEqual(['told', 'more']);
  expect(after.next('job')).toBe(2);
  before.close();
  after.close();
});

it('the store in a file serves two servers at once: each waits for the other', async () => {
  const name = newFile();
  const open = new URL('../../src/wire/store/open.ts', import.meta.url).href;
  const work = `
    import(${JSON.stringify(open)}).then(({ openStore }) => {
      const store = openStore(${JSON.stringify(name)});
      const number = () => store.whole(() => (store.put('job', 'last', 'mine'), store.next('job')));
      require('node:worker_threads').parentPort.postMessage(Array.from({ length: 300 }, number));
      store.close();
    });`;
  const workers = [1, 2, 3].map(() => new Worker(work, { eval: true }));
  const numbers = await Promise.all(workers.map((worker) => once(worker, 'message')));
  expect(new Set(numbers.flat(2)).size).toBe(3 * 300);
});

describe('--store', () => {
  const other = join(folder, 'text');
  writeFileSync(
    other,
    'This is a text, and it is long enough to be taken for what it is: no database. '.repeat(10),
  );
  it.each([
    { given: 'sqlit:wire.db', expect: 'memory (the default' },
    { given: 'sqlite:', expect: 'sqlite:FILE, as in sqlite:wire.db. It was given "sqlite:"' },
    { given: `sqlite:${join(folder, 'nowhere', 'wire.db')}`, expect: 'in a folder that is there' },
    { given: `sqlite:${other}`, expect: 'file is not a database' },
  ])('$given is refused in words', ({ given, expect: message }) =>
    expect(() => openStore(given)).toThrow(message),
  );
});
