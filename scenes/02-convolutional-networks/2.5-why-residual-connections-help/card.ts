import type { Card } from '../../../src/author';

const card: Card = {
  number: '2.5',
  title: 'Why residual connections help',
  blurb:
    'A skip adds 1 to the derivative of a block, so that a gradient gets through a deep network.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
    <g class="role-gradient" stroke="currentColor"><path d="M150 62H10m7-6l-7 6l7 6" stroke-width="2"/><path d="M124 62C124 18 36 18 36 62" stroke-width="6"/></g>
    <rect x="56" y="44" width="48" height="36" rx="8" fill="Canvas" stroke="currentColor"/>
    <g class="role-activation"><text x="80" y="68" font-size="20" text-anchor="middle" fill="currentColor" stroke="none" font-style="italic" font-family="serif">F</text></g>
    <circle cx="124" cy="62" r="9" fill="Canvas" stroke="currentColor" stroke-width="2"/><path stroke="currentColor" stroke-width="2" d="M119 62h10M124 57v10"/>
  </svg>`,
};

export default card;
