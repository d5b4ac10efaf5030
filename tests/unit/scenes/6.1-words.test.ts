// The picture of 6.1 at scale keeps the room its charts need, however low its stage is.
import { expect, test } from 'vitest';
import type { FoundWord } from '../../../scenes/06-retrieval-augmented-generation/6.1-cosine-similarity/analogies';
import { drawWords } from '../../../scenes/06-retrieval-augmented-generation/6.1-cosine-similarity/words-frame';
import { markup } from '../stage/kit/markup';

const near = Array.from({ length: 12 }, (_, i): FoundWord => ({ word: `word ${i}`, cosine: 0.9 }));
const words = {
  ...{ word: 'river', size: 3, cosines: Float32Array.of(0, 0.2, 0.9), near },
  own: { analogy: { terms: ['brother', 'sister', 'king'] as const }, answers: near },
  shipped: [],
};

/** How high everything is that says its height. */
function heights(width: number, height: number): number[] {
  const drawing = drawWords(words, { width, height, dark: false, id: (name) => name });
  return [...markup(drawing.content).matchAll(/ height=(-?[\d.]+)/g)].map(([, high]) =>
    Number(high),
  );
}

test.each([
  [750, 200],
  [750, 245],
  [520, 200],
  [290, 200],
])('on a stage of %i × %i the histogram is high enough to be read', (width, height) => {
  const all = heights(width, height);
  expect(Math.min(...all)).toBeGreaterThan(0);
  // The area of the one plot is higher than any bar of a list.
  expect(Math.max(...all)).toBeGreaterThan(40);
});
