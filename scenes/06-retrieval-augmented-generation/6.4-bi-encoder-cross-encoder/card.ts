import type { Card } from '../../../src/author';

const dots = (x: number, shade: (i: number) => string): string =>
  Array.from(
    { length: 16 },
    (_, i) =>
      `<circle cx="${x + 13 * (i % 4)}" cy="${26 + 13 * Math.floor(i / 4)}" r="4.5" opacity="${shade(i)}"/>`,
  ).join('');

const card: Card = {
  number: '6.4',
  title: 'Bi-encoder, cross-encoder',
  blurb: 'One finds among millions, the other judges a few: how many passes each of them needs.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-value">${dots(22, () => '.45')}</g>
    <g class="role-activation">${dots(98, (i) => (i === 6 || i === 9 ? '1' : '.2'))}</g>
    <path class="role-input" d="M70 45h16M81 40l6 5l-6 5" fill="none" stroke="currentColor" stroke-width="3"/>
  </svg>`,
};

export default card;
