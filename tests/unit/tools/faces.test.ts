import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../../tools/ensure.mjs';
import { cutFaces, folder, weights } from '../../../tools/faces.mjs';

test('the faces that are shipped are those that the script cuts', async () => {
  for (const [name, face] of await cutFaces()) {
    expect(face.equals(readFileSync(root + folder + name)), name).toBe(true);
  }
});

test('no style asks for a weight that was cut off', () => {
  const { min, max } = weights;
  const sheets = ['src', 'scenes'].flatMap((top) =>
    readdirSync(root + top, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => `${top}/${file}`),
  );
  for (const sheet of sheets) {
    const text = readFileSync(root + sheet, 'utf8');
    for (const [, written] of text.matchAll(/font(?:-weight)?: (\d{3}(?: \d{3})?)\b/g)) {
      // KaTeX's face, lent for signs, has one weight for all.
      if (written === '100 900') continue;
      for (const weight of written.split(' ').map(Number)) {
        expect(weight, sheet).toBeGreaterThanOrEqual(min);
        expect(weight, sheet).toBeLessThanOrEqual(max);
      }
    }
  }
  expect(readFileSync(`${root}src/ui/styles/fonts.css`, 'utf8')).toContain(
    `font-weight: ${min} ${max}`,
  );
});
