import type { Card } from '../../../src/author';

const card: Card = {
  number: '8.2',
  title: 'The cycle in the ReAct graph',
  blurb:
    'An agent and its tools call each other in a circle; find the edge that closes it and what ends it.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="4" stroke-linecap="round">
    <g stroke="currentColor" stroke-width="2"><path d="M14 50H38M72 58Q96 80 116 80"/></g>
    <g class="role-activation"><rect x="40" y="38" width="34" height="24" rx="7" fill="currentColor"/></g>
    <g class="role-weight"><rect x="112" y="14" width="34" height="24" rx="7" fill="currentColor"/><path stroke="currentColor" d="M110 20Q70 8 58 32M58 32l-3 -9M58 32l8 -5"/></g>
    <rect x="118" y="70" width="28" height="20" rx="7" stroke="currentColor" stroke-width="2"/>
  </svg>`,
};

export default card;
