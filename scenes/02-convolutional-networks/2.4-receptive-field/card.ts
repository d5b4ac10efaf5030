import type { Card } from '../../../src/author';

const row = (y: number, count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `<rect x="${80 - 8.5 * count + 17 * i}" y="${y}" width="15" height="15" rx="3"/>`,
  ).join('');

const card: Card = {
  number: '2.4',
  title: 'Receptive field of a stack',
  blurb:
    'How much of the image does one output of stacked convolutions see, and what does it cost?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="currentColor">
    <g class="role-activation">${row(8, 1)}${row(30, 3)}${row(52, 5)}</g>
    <g class="role-input">${row(74, 7)}</g>
  </svg>`,
};

export default card;
