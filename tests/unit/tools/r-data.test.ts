import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stringLists } from '../../../tools/r-data.mjs';

const whole = (x: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(x);
  return bytes;
};
const text = (x: string): Buffer[] => [whole(Buffer.byteLength(x)), Buffer.from(x)];

/** A value as R writes it: version 3 of the format, R 4.2.1 that wrote it, R 3.5 that can read it. */
const entry = (kind: number, strings: string[]): Buffer => {
  const head = [Buffer.from('X\n'), whole(3), whole(0x040201), whole(0x030500), ...text('UTF-8')];
  const body = strings.flatMap((string) => [whole(0x00040009), ...text(string)]);
  const bytes = Buffer.concat([...head, whole(kind), whole(strings.length), ...body]);
  return Buffer.concat([whole(bytes.length), deflateSync(bytes)]);
};

test('the lists of a database are read one after the other', () => {
  const lists = [['NORTHANGER ABBEY', '', 'naïve'], [], ['last']];
  const database = Buffer.concat(lists.map((strings) => entry(16, strings)));
  expect([...stringLists(database)]).toEqual(lists);
});

test('what is no list of strings is refused', () => {
  expect(() => [...stringLists(entry(13, []))]).toThrow('no list of strings');
});
