import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, NumberField, Value } from '../../src/sim/index.ts';
import { allowed, fault, format, parse, toText } from '../../src/sim/index.ts';
import './arbitraries.ts';

const speed: NumberField = { kind: 'number', default: 60, min: 1, max: 2_000, unit: 'tokens/s' };
const count: NumberField = {
  kind: 'number',
  default: null,
  min: 1,
  max: 5_000,
  unit: '',
  integer: true,
  none: 'all',
};
const shift: NumberField = { kind: 'number', default: 0, min: -10, max: 10, unit: 'ms' };
const mode: Field = { kind: 'enum', default: 'slow', values: ['slow', 'fast', 'very-fast'] };
const more: Field = { kind: 'enum', default: 'off', values: ['off', 'on'] };
const fields = { speed, count, shift, mode };
type Values = Record<keyof typeof fields, Value>;
const read = (given: Record<string, unknown>, base?: Record<string, Value>) =>
  parse<Values>(fields, given, base);

describe('what a field takes, in words', () => {
  const cases = [
    { name: 'a number with a unit', given: speed, expect: '1–2,000 tokens/s' },
    { name: 'a whole number, or none', given: count, expect: 'a whole number, 1–5,000 or “all”' },
    { name: 'a choice of three', given: mode, expect: 'slow, fast or very-fast' },
    { name: 'a choice of one', given: { ...mode, values: ['slow'] }, expect: 'slow' },
    {
      name: 'a choice of two',
      given: { ...mode, values: ['slow', 'fast'] },
      expect: 'slow or fast',
    },
  ];
  it.each(cases)('$name', ({ given, expect: words }) => expect(allowed(given)).toBe(words));
});

describe('why a value cannot be used', () => {
  const number = 'is not a number';
  const range = 'is out of range';
  const whole = 'is not a whole number';
  const choice = 'is not one of its values';
  const cases: { name: string; given: [Field, unknown]; expect: string | null }[] = [
    { name: 'in the middle', given: [speed, 60], expect: null },
    { name: 'the smallest', given: [speed, 1], expect: null },
    { name: 'the largest', given: [speed, 2_000], expect: null },
    { name: 'a fraction', given: [speed, 1.5], expect: null },
    { name: 'below', given: [speed, 0.999], expect: range },
    { name: 'above', given: [speed, 2_000.1], expect: range },
    { name: 'infinite', given: [speed, Infinity], expect: number },
    { name: 'not a number at all', given: [speed, NaN], expect: number },
    { name: 'text', given: [speed, 'fast'], expect: number },
    {
      name: 'text that is another form of a number',
      given: [speed, '6e1'],
      expect: 'is not a plain decimal number',
    },
    { name: 'nothing written', given: [speed, ''], expect: number },
    { name: 'a truth', given: [speed, true], expect: number },
    { name: 'a list', given: [speed, []], expect: number },
    { name: 'a symbol', given: [speed, Symbol('60')], expect: number },
    {
      name: 'an object that cannot be made a number',
      given: [speed, Object.create(null)],
      expect: number,
    },
    { name: 'a big integer', given: [speed, 60n], expect: number },
    { name: 'a date', given: [speed, new Date(60)], expect: number },
    { name: 'null where a number is needed', given: [speed, null], expect: number },
    { name: 'null where there may be none', given: [count, null], expect: null },
    { name: 'a fraction where a whole number is needed', given: [count, 1.5], expect: whole },
    { name: 'a fraction out of range', given: [count, 0.5], expect: range },
    { name: 'a value of the choice', given: [mode, 'fast'], expect: null },
    { name: 'the wrong case', given: [mode, 'Fast'], expect: choice },
    { name: 'nothing', given: [mode, undefined], expect: choice },
    { name: 'null for a choice', given: [mode, null], expect: choice },
    { name: 'a property that every object has', given: [mode, 'constructor'], expect: choice },
  ];
  it.each(cases)('$name', ({ given: [field, value], expect: why }) =>
    expect(fault(field, value)).toBe(why),
  );
});

describe('settings from outside', () => {
  const cases: { name: string; given: Record<string, unknown>; expect: Partial<Values> }[] = [
    { name: 'nothing', given: {}, expect: {} },
    {
      name: 'numbers as text',
      given: { speed: '120', shift: '-2.5' },
      expect: { speed: 120, shift: -2.5 },
    },
    { name: 'numbers', given: { speed: 120, shift: -2.5 }, expect: { speed: 120, shift: -2.5 } },
    {
      name: 'a sign, no digit before or after the point',
      given: { shift: '+.5', speed: '7.' },
      expect: { shift: 0.5, speed: 7 },
    },
    {
      name: 'space around',
      given: { speed: ' 120\n', mode: '\tfast ' },
      expect: { speed: 120, mode: 'fast' },
    },
    { name: 'leading zeros', given: { speed: '007' }, expect: { speed: 7 } },
    { name: 'the word for none', given: { count: 'all' }, expect: { count: null } },
    { name: 'none', given: { count: null }, expect: { count: null } },
    { name: 'minus zero is zero', given: { shift: '-0' }, expect: { shift: 0 } },
    { name: 'a name that is not ours', given: { pace: '5', __proto__: null }, expect: {} },
    { name: 'undefined is not given', given: { speed: undefined }, expect: {} },
  ];
  it.each(cases)('$name', ({ given, expect: values }) =>
    expect(read(given)).toEqual({
      values: { speed: 60, count: null, shift: 0, mode: 'slow', ...values },
      problems: [],
    }),
  );

  it.each([
    ...['', ' ', 'on', 'true', 'yes', '1', 1, true].map((given) => ({ given, expect: 'on' })),
    ...['off', 'false', 'no', '0', 0, -0, false].map((given) => ({ given, expect: 'off' })),
  ])('a choice between off and on takes $given for $expect', ({ given, expect: value }) => {
    expect(parse({ more }, { more: given })).toEqual({ values: { more: value }, problems: [] });
  });

  it.each(['ON', 'yes please', '2', 2, null, [], {}])(
    'a choice between off and on does not take %j',
    (given) => {
      const { values, problems } = parse({ more }, { more: given });
      expect(values).toEqual({ more: 'off' });
      expect(problems.map(({ allowed }) => allowed)).toEqual(['off or on']);
    },
  );

  it('no other choice takes what says off and on elsewhere', () => {
    for (const given of ['', 'true', true, 0])
      expect(read({ mode: given }).problems).toHaveLength(1);
  });

  it('only own properties count', () => {
    expect(read(Object.create({ speed: 5 }) as Record<string, unknown>).values.speed).toBe(60);
  });
});

describe('problems teach, and the default is used', () => {
  const cases = [
    {
      name: 'a word',
      given: { speed: 'fast' },
      expect: 'speed: “fast” is not a number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'nothing written',
      given: { speed: '' },
      expect: 'speed: “” is not a number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'an exponent',
      given: { speed: '1e3' },
      expect: 'speed: “1e3” is not a plain decimal number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'hexadecimal',
      given: { speed: '0x10' },
      expect: 'speed: “0x10” is not a plain decimal number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'with its unit',
      given: { speed: '60ms' },
      expect: 'speed: “60ms” is not a number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'a comma',
      given: { speed: '1,5' },
      expect: 'speed: “1,5” is not a number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'the word of another field',
      given: { speed: 'all' },
      expect: 'speed: “all” is not a number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'too large',
      given: { speed: 2_001 },
      expect: 'speed: “2001” is out of range (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'a fraction',
      given: { count: '1.5' },
      expect:
        'count: “1.5” is not a whole number (allowed: a whole number, 1–5,000 or “all”); using all',
    },
    {
      name: 'not a choice',
      given: { mode: 'quick' },
      expect:
        'mode: “quick” is not one of its values (allowed: slow, fast or very-fast); using slow',
    },
    {
      name: 'null',
      given: { speed: null },
      expect: 'speed: “null” is not a number (allowed: 1–2,000 tokens/s); using 60',
    },
    {
      name: 'an object',
      given: { speed: Object.create(null) as object },
      expect: 'speed: “an object” is not a number (allowed: 1–2,000 tokens/s); using 60',
    },
  ];
  it.each(cases)('$name', ({ given, expect: message }) => {
    const { values, problems } = read(given);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(values).toEqual({ speed: 60, count: null, shift: 0, mode: 'slow' });
  });

  it('in parts, for a program', () =>
    expect(read({ mode: 'quick' }).problems[0]).toMatchObject({
      field: 'mode',
      given: 'quick',
      allowed: 'slow, fast or very-fast',
      using: 'slow',
    }));

  it('long nonsense is cut', () => {
    const { given } = read({ speed: 'x'.repeat(200) }).problems[0]!;
    expect(given).toBe('x'.repeat(39) + '…');
  });

  it('one problem for each bad value, in the order of the fields', () => {
    const { problems } = read({ mode: '?', speed: '?', count: '3' });
    expect(problems.map((problem) => problem.field)).toEqual(['speed', 'mode']);
  });

  it('falls back on the base where one is given', () => {
    const { values, problems } = read({ speed: 'x', count: 'x' }, { speed: 90, count: 4 });
    expect(values).toEqual({ speed: 90, count: 4, shift: 0, mode: 'slow' });
    expect(problems.map((problem) => problem.using)).toEqual(['90', '4']);
  });
});

describe('the text form', () => {
  const cases: { name: string; given: [Field, Value]; expect: string }[] = [
    { name: 'a number', given: [speed, 60], expect: '60' },
    { name: 'a fraction', given: [speed, 0.1], expect: '0.1' },
    { name: 'a word', given: [mode, 'fast'], expect: 'fast' },
    { name: 'none', given: [count, null], expect: 'all' },
    { name: 'none where there is no word for it', given: [speed, null], expect: '' },
    {
      name: 'so small that JavaScript writes an exponent',
      given: [shift, 1e-7],
      expect: '0.0000001',
    },
    { name: 'small, negative, with digits', given: [shift, -1.25e-9], expect: '-0.00000000125' },
  ];
  it.each(cases)('$name', ({ given: [field, value], expect: text }) =>
    expect(toText(field, value)).toBe(text),
  );

  it('only what differs from the default is written', () => {
    expect(format(fields, { speed: 60, count: 7, shift: 0, mode: 'fast' })).toEqual({
      count: '7',
      mode: 'fast',
    });
    expect(format(fields, { speed: 61 })).toEqual({ speed: '61' });
  });

  it('reading it gives back the value', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (x) => {
        const { values, problems } = read({ shift: toText(shift, x) });
        expect(problems).toEqual([]);
        expect(values.shift).toBe(x + 0);
      }),
    );
  });
});

const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  fc.constant(Symbol('a symbol')),
);

it('never throws, and never lets a bad value in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(fields)), anything), (given) => {
      const { values, problems } = read(given);
      for (const [name, field] of Object.entries(fields)) {
        expect(fault(field, values[name as keyof Values])).toBeNull();
      }
      expect(problems.length).toBeLessThanOrEqual(Object.keys(given).length);
    }),
  );
});
