import type { Card } from '../../../src/author';

const card: Card = {
  number: '4.1',
  title: 'Why the scores are scaled',
  blurb: 'The wider the keys, the larger the scores, until the softmax sees only one of them.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="4" stroke-linecap="round">
    <path stroke="currentColor" d="M12 84H148" stroke-width="2"/>
    <g class="role-activation"><path stroke="currentColor" d="M58 82C68 82 72 18 80 18S92 82 102 82"/></g>
    <g class="role-gradient"><path stroke="currentColor" d="M14 80C44 78 58 56 80 56S116 78 146 80"/></g>
  </svg>`,
};

export default card;
