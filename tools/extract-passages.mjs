// Writes the texts that exercise 6.2 searches, from the workbook's own solutions and hints:
// `node tools/extract-passages.mjs`. Its result is committed: an answer about them, and a link to it,
// stays what it was while the workbook goes on being written.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withApp } from './app-in-node.mjs';
import { root } from './ensure.mjs';

const file = join(root, 'scenes/06-retrieval-augmented-generation/6.2-grounding/passages.json');

const passages = await withApp(async (load) =>
  (await load('/src/scene/passages.ts')).passages('6.2'),
);
writeFileSync(file, JSON.stringify(passages));
execFileSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', file], {
  cwd: root,
});
console.log(`${passages.length} passages`);
