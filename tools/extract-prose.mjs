// Takes a novel out of Debian's package of Jane Austen's novels: `node tools/extract-prose.mjs`, on
// Debian or Ubuntu. Its result is committed; run it again only to change what is shipped. What it
// prints stands in public/prose/SOURCES.md.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { unpackPackage } from './debian.mjs';
import { root } from './ensure.mjs';
import { stringLists } from './r-data.mjs';

const SOURCE = 'usr/lib/R/site-library/janeaustenr/data/Rdata.rdb';
const TITLE = 'NORTHANGER ABBEY';

/** @param {string} data */
const checksum = (data) => createHash('sha256').update(data).digest('hex');

/**
 * What the author wrote, a paragraph or a verse a line: without the advertisement before it, the
 * names of chapters, and the two notes after it.
 * @param {string} book
 */
const proseOf = (book) =>
  book
    .slice(book.indexOf('CHAPTER 1\n'), book.indexOf('\n*Vide'))
    .replace(/^CHAPTER \d+$/gm, '')
    .replaceAll('declared,*', 'declared,')
    .replaceAll('&c.', 'etc.')
    // A line goes on in the next, unless that is empty or, being verse, indented.
    .replace(/(?<!\n)\n(?![\n ])/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim() + '\n';

const { inProse } = (await runnerImport('/src/math/prose.ts', { root, configFile: false })).module;

const folder = unpackPackage('r-cran-janeaustenr');
try {
  const books = [...stringLists(readFileSync(join(folder, SOURCE)))];
  const book = books.find(([title]) => title === TITLE)?.join('\n');
  if (!book) throw new Error(`The package has no novel that begins with ${TITLE}.`);
  const prose = proseOf(book);
  if (inProse(prose) !== prose)
    throw new Error('The novel has characters that no reader can write.');
  mkdirSync(join(root, 'public/prose'), { recursive: true });
  writeFileSync(join(root, 'public/prose/northanger-abbey.txt'), prose);
  console.log(`Novel in the package: SHA-256 ${checksum(book)}`);
  console.log(`northanger-abbey.txt: ${prose.length} characters, SHA-256 ${checksum(prose)}`);
} finally {
  rmSync(folder, { recursive: true });
}
