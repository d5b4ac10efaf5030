// Takes the handwritten digits out of Debian's scikit-learn package:
// `node tools/extract-digits.mjs`, on Debian or Ubuntu. Its result is committed; run it again only to
// change what is shipped. What it prints stands in public/digits/SOURCES.md.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unpackPackage } from './debian.mjs';
import { root } from './ensure.mjs';

const SOURCE = 'usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz';

/** @param {NodeJS.ArrayBufferView} data */
const checksum = (data) => createHash('sha256').update(data).digest('hex');

const folder = unpackPackage('python3-sklearn');
try {
  // A line a digit: 64 pixels from 0 to 16, row by row, and which digit it is.
  const table = gunzipSync(readFileSync(join(folder, SOURCE)));
  const numbers = table.toString().trim().split(/[,\n]/).map(Number);
  const file = gzipSync(Uint8Array.from(numbers), { level: 9 });
  mkdirSync(join(root, 'public/digits'), { recursive: true });
  writeFileSync(join(root, 'public/digits/digits.bin'), file);
  console.log(`Table: ${numbers.length / 65} digits, SHA-256 ${checksum(table)}`);
  console.log(`digits.bin: ${file.length} bytes, SHA-256 ${checksum(file)}`);
} finally {
  rmSync(folder, { recursive: true });
}
