import type { Card } from '../../../src/author';

const card: Card = {
  number: '3.1',
  title: 'Unroll an RNN',
  blurb: 'One unit reads a sequence: at every step the same weights, and the state it made before.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
    <path stroke="currentColor" stroke-width="2" d="M36 34h16m-5-4l5 4l-5 4M84 34h16m-5-4l5 4l-5 4M22 74V54m-4 5l4-5l4 5M68 74V54m-4 5l4-5l4 5M116 74V54m-4 5l4-5l4 5"/>
    <g class="role-activation" stroke="currentColor"><rect x="8" y="20" width="28" height="28" rx="6"/><rect x="54" y="20" width="28" height="28" rx="6"/><rect x="102" y="20" width="28" height="28" rx="6"/></g>
    <g class="role-input" fill="currentColor"><circle cx="22" cy="84" r="6"/><circle cx="68" cy="84" r="6"/><circle cx="116" cy="84" r="6"/></g>
    <g class="role-value"><path stroke="currentColor" d="M134 34h18"/></g>
  </svg>`,
};

export default card;
