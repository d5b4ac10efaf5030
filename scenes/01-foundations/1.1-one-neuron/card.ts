import type { Card } from '../../../src/author';

const card: Card = {
  number: '1.1',
  title: 'One neuron',
  blurb: 'Inputs are weighted and added up; one curve turns the sum into an activation.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-linecap="round">
    <g class="role-weight" stroke="currentColor"><path d="M24 24L72 50" stroke-width="7"/><path d="M24 76L72 50" stroke-width="3"/></g>
    <g class="role-input"><circle cx="22" cy="23" r="9" fill="currentColor"/><circle cx="22" cy="77" r="9" fill="currentColor"/></g>
    <g class="role-activation"><circle cx="76" cy="50" r="12" fill="currentColor"/><path d="M100 78C124 78 122 22 148 22" stroke="currentColor" stroke-width="4"/></g>
  </svg>`,
};

export default card;
