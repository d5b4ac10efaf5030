import type { Card } from '../../../src/author';

const card: Card = {
  number: '1.4',
  title: 'The gradient check',
  blurb: 'Two function values test a derivative; where they are taken decides how well.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="4" stroke-linecap="round">
    <path stroke="currentColor" d="M20 12V86H146" stroke-width="2"/>
    <g class="role-weight"><path stroke="currentColor" d="M28 24L64 56L140 20"/></g>
    <g class="role-activation"><path stroke="currentColor" d="M28 24L88 76L140 28"/></g>
  </svg>`,
};

export default card;
