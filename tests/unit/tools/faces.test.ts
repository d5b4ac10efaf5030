import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../../tools/ensure.mjs';
import { cutFaces, folder } from '../../../tools/faces.mjs';

test('the faces that are shipped are those that the script cuts', async () => {
  for (const [name, face] of await cutFaces()) {
    expect(face.equals(readFileSync(root + folder + name)), name).toBe(true);
  }
});
