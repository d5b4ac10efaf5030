import { configs as lit } from 'eslint-plugin-lit';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { powers } from './tools/law.mjs';

/** @typedef {typeof powers} Powers */

const app = ['src/**/*.ts', 'scenes/**/*.ts', 'shaders/**/*.ts'];

/**
 * The syntax of a power of tools/law.mjs: "a.b", ".b", or the global "a" reached as window.a.
 * @param {string} power
 */
function selectorOf(power) {
  const [object, property] = power.includes('.') ? power.split('.') : [undefined, power];
  const name = `MemberExpression[property.name="${property}"]`;
  if (object === '') return name;
  if (object === undefined) return `${name}[object.name=/^(window|self|globalThis|document)$/]`;
  return `${name}:matches([object.name="${object}"],[object.property.name="${object}"])`;
}

/**
 * The rules that ban the given powers.
 * @param {Powers} banned
 * @returns {import('eslint').Linter.RulesRecord}
 */
function ban(banned) {
  const globals = banned.filter(({ power }) => !power.includes('.'));
  return {
    'no-restricted-globals': [
      'error',
      ...globals.map(({ power, why }) => ({ name: power, message: why })),
    ],
    'no-restricted-syntax': [
      'error',
      ...banned.map(({ power, why }) => ({ selector: selectorOf(power), message: why })),
      {
        selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
        message: 'a test freezes time: take it from the clock',
      },
    ],
  };
}

/** Everything is banned everywhere in the app, and given back to each power's one owner. */
const owners = [...new Set(powers.flatMap(({ owner }) => owner ?? []))];
const powerRules = [
  { files: app, rules: ban(powers) },
  ...owners.map((owner) => ({
    files: [owner],
    rules: ban(powers.filter((power) => power.owner !== owner)),
  })),
];

export default defineConfig(
  // AssemblyScript looks like TypeScript and is not: its own compiler checks it.
  { ignores: ['dist', 'public', 'test-results', '{shaders,tests}/**/*.wasm.ts'] },
  tseslint.configs.strict,
  tseslint.configs.recommendedTypeCheckedOnly,
  lit['flat/recommended'],
  {
    // One program for all files, which takes a sixth less time than a service that opens each.
    languageOptions: { parserOptions: { project: true } },
    rules: {
      eqeqeq: 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': 'error',
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'use-isnan': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // An index that was checked in the line above needs no second proof.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Lit binds the methods it is given as listeners.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: app,
    rules: {
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit/directives/unsafe-html.js',
              message: 'what a reader wrote is never markup',
            },
          ],
        },
      ],
    },
  },
  powerRules,
  {
    // What comes back from a page, a report or a planted mistake is untyped; the test asks what it is.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Scripts read reports and lock files as they come: types end where JSON.parse begins.
    files: ['tools/**/*.mjs', 'src/sandbox/harness.js', '*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
