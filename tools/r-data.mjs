// Lists of strings out of the database in which an installed package of R has its data, without R.
import { inflateSync } from 'node:zlib';

/** What a list of strings is called in R's serialisation. */
const STRINGS = 16;

/**
 * One value of R's binary serialisation, version 3, which has to be a list of strings. See “R
 * Internals”, chapter 1.8.
 * @param {Buffer} bytes
 */
function stringsOf(bytes) {
  // "X\n", the versions of the format and of R twice, and the name of the encoding by its length.
  let at = 14;
  const whole = () => bytes.readInt32BE((at += 4) - 4);
  const text = () => {
    const length = whole();
    return bytes.toString('utf8', at, (at += length));
  };
  text();
  if (whole() !== STRINGS) throw new Error('An entry of the database is no list of strings.');
  return Array.from({ length: whole() }, () => {
    whole(); // what kind of value a string is, and its encoding
    return text();
  });
}

/**
 * All entries of a database whose entries are lists of strings, in the order of the file: each is its
 * length and then itself, compressed.
 * @param {Buffer} database
 */
export function* stringLists(database) {
  for (let at = 0; at < database.length;) {
    const { buffer, engine } = /** @type {{ buffer: Buffer, engine: { bytesWritten: number } }} */ (
      /** @type {unknown} */ (inflateSync(database.subarray(at + 4), { info: true }))
    );
    yield stringsOf(buffer);
    at += 4 + engine.bytesWritten;
  }
}
