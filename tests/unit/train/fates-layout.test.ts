// Where the networks of a population stand in a picture that fills a screen.
import { expect, test } from 'vitest';
import type { Fate } from '../../../src/train/fates';
import { defaults } from '../../../src/train/settings';
import { fatesLayout } from '../../../src/ui/train/fates-layout';

/** Losses as they come out: many low ones, a long tail, and some that are none. */
const fates = (count: number): Fate[] =>
  Array.from({ length: count }, (_, network) => {
    const loss = 0.05 + 0.9 * ((network * 0.618) % 1) ** 2;
    const ended = network % 16 === 15 ? 12 : undefined;
    return { member: { network, lr: 0.1, scale: 1 }, loss, begun: 1, right: 0.9, ended };
  });

test('dots lie in the picture, none on another, as large as they fit', () => {
  for (const room of [
    { width: 440, height: 440 },
    { width: 540, height: 380 },
  ]) {
    const radii = [16, 64, 1024].map((count) => {
      const { placed, plot, radius } = fatesLayout(fates(count), defaults, room);
      const places = placed.map(({ at }) => [plot.x(at[0]), plot.y(at[1])] as const);
      for (const [x, y] of places) {
        expect(Math.min(x - plot.left, plot.right - x)).toBeGreaterThan(radius);
        expect(Math.min(y - plot.top, plot.bottom - y)).toBeGreaterThan(radius - 0.01);
      }
      let least = Infinity;
      places.forEach(([x, y], i) => {
        for (const [a, b] of places.slice(i + 1)) least = Math.min(least, Math.hypot(a - x, b - y));
      });
      expect(least).toBeGreaterThan(2 * radius - 0.01);
      return radius;
    });
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
    expect(radii[0]).toBeGreaterThan(9);
    expect(radii[2]).toBeGreaterThan(1.6);
  }
});
