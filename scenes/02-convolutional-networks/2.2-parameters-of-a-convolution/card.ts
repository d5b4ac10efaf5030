import type { Card } from '../../../src/author';

const slab = (x: number, y: number): string =>
  `<rect x="${x}" y="${y}" width="18" height="18" rx="2"/>`;
const filters = [0, 1, 2, 3].map((i) => {
  const [x, y] = [16 + (i % 2) * 70, 18 + Math.floor(i / 2) * 36];
  return `${slab(x, y)}${slab(x + 20, y)}${slab(x + 40, y)}`;
});

const card: Card = {
  number: '2.2',
  title: 'Parameters of a convolution',
  blurb: 'A filter bank is small because its weights are used at every position.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-weight">${filters.join('')}</g>
  </svg>`,
};

export default card;
