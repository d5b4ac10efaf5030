import type { Card } from '../../../src/author';

const card: Card = {
  number: '1.3',
  title: 'Gradient descent on a parabola',
  blurb: 'Walk down (w − c)² step by step, and see the error shrink by the same factor each time.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <path class="role-input" d="M22 8 Q80 168 138 8" fill="none" stroke="currentColor" stroke-width="3"/>
    <path class="role-gradient" d="M29 26 H45 V61 H57 V78 H66 V85" fill="none" stroke="currentColor" stroke-width="2.5"/>
    <g class="role-weight" fill="currentColor"><circle cx="29" cy="26" r="5"/><circle cx="45" cy="61" r="5"/><circle cx="57" cy="78" r="5"/><circle cx="66" cy="85" r="5"/></g>
  </svg>`,
};

export default card;
