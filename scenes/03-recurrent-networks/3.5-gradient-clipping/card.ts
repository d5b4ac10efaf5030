import type { Card } from '../../../src/author';

const card: Card = {
  number: '3.5',
  title: 'Gradient clipping',
  blurb: 'A gradient that is too long is shortened, and keeps its direction.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="4" stroke-linecap="round">
    <circle cx="46" cy="82" r="44" stroke="currentColor" stroke-width="2" stroke-dasharray="5 5"/>
    <g class="role-gradient"><path stroke="currentColor" d="M46 82L128 20M128 20l-14 3M128 20l-6 13"/></g>
    <g class="role-activation"><path stroke="currentColor" d="M46 82L81 55.5" stroke-width="7"/></g>
  </svg>`,
};

export default card;
