import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../../tools/ensure.mjs';
import { attempts, endless, results, type Snippet } from '../../browser/sandbox/snippets';

/** The rows of the tables of docs/sandbox.md, without the heads. */
const rows = readFileSync(`${root}docs/sandbox.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|\s*(-|What)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const rowOf = ({ title, code, says }: Snippet): string[] => [title, `\`${code}\``, says];

test('docs/sandbox.md has every snippet, and what the learner reads of it', () => {
  expect(rows).toEqual([...attempts, ...endless, ...results].map(rowOf));
});
