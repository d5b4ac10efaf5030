import type { Card } from '../../../src/author';

const card: Card = {
  number: '12.2',
  title: 'RoPE',
  blurb: 'Turn each vector by its position, and a score knows only how far apart two tokens stand.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <circle cx="80" cy="56" r="36" fill="none" stroke="currentColor" opacity="0.25"/>
    <g class="role-input"><path d="M80 56L110 36" stroke="currentColor" stroke-width="4"/><path d="M115 33l-11 0l7 9z" fill="currentColor"/></g>
    <g class="role-value"><path d="M80 56L64 24" stroke="currentColor" stroke-width="4"/><path d="M61 19l-2 12l10 -5z" fill="currentColor"/></g>
    <g class="role-activation"><path d="M97 44A21 21 0 0 0 71 37" fill="none" stroke="currentColor" stroke-width="3"/></g>
  </svg>`,
};

export default card;
