import type { Card } from '../../../src/author';

const card: Card = {
  number: '6.1',
  title: 'Cosine similarity',
  blurb: 'Two vectors are compared by the angle between them, however long they are.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="4" stroke-linecap="round">
    <path stroke="currentColor" stroke-width="2" opacity=".5" d="M24 12V84H146"/>
    <g class="role-input"><path stroke="currentColor" d="M24 84L116 66M104 62L116 66L107 75"/></g>
    <g class="role-value"><path stroke="currentColor" d="M24 84L92 22M79 25L92 22L88 35"/></g>
    <g class="role-activation"><path stroke="currentColor" d="M74 74A51 51 0 0 0 62 50"/></g>
  </svg>`,
};

export default card;
