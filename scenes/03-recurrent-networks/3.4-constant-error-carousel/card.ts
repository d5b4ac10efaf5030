import type { Card } from '../../../src/author';

const card: Card = {
  number: '3.4',
  title: 'The constant error carousel',
  blurb: 'In an LSTM the gradient travels back through a gate that the network can hold near 1.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="4" stroke-linecap="round">
    <path stroke="currentColor" d="M20 14V84H144" stroke-width="2"/>
    <g class="role-activation"><path stroke="currentColor" d="M20 24L140 36"/></g>
    <g class="role-gradient"><path stroke="currentColor" d="M20 24L92 82"/></g>
  </svg>`,
};

export default card;
