import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import * as folders from './eslint.boundaries.js';
import svelteConfig from './svelte.config.js';

const pure =
  'src/sim is a pure function of its arguments: time, chance and language are among them.';
const impure =
  'Date performance setTimeout setInterval queueMicrotask requestAnimationFrame crypto Intl' +
  ' window document navigator location globalThis process';

// What ECMAScript defines to the last bit. The rest of Math may differ between engines, and so may **.
const exactMaths = 'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|[A-Z][A-Z0-9_]*';
const inexact =
  'Not the same to the last bit on every engine, or at every call. src/sim/maths.ts has logarithm and exponential.';

export default defineConfig(
  globalIgnores([
    'dist',
    'package',
    '.astro',
    'coverage',
    'test-results',
    'src/sim/texts/{first,others}.ts',
    'tests/hosts/*/',
  ]),
  tseslint.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Spreading a string into its code points is what we count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The compiler wants a check or a `!` at every index into an array; in a numeric loop that is a `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Our objects are closures: their methods know no `this`, and may be taken out.
      '@typescript-eslint/unbound-method': 'off',
      // Matters of taste.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
    rules: {
      // What is reactive says so; a URL or a Set that is not may be the ordinary one.
      'svelte/prefer-svelte-reactivity': 'off',
      // `void x` reads a signal so that an effect depends on it.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    // In a template ESLint takes for `any` what svelte-check knows the type of.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { plugins: { boundaries }, settings: folders.settings, rules: folders.rules },
  {
    // The same scenario gives the same trace, at any time and on any platform.
    files: ['src/sim/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...impure.split(' ').map((name) => ({ name, message: pure })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[object.name=Math]:not([property.name=/^(${exactMaths})$/])`,
          message: inexact,
        },
        {
          selector:
            ':matches(BinaryExpression[operator="**"], AssignmentExpression[operator="**="])',
          message: inexact,
        },
        {
          selector: 'CallExpression[arguments.length=0][callee.property.name=/^toLocale/]',
          message: pure,
        },
      ],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
