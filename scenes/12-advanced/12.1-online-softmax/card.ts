import type { Card } from '../../../src/author';

const card: Card = {
  number: '12.1',
  title: 'Online softmax',
  blurb: 'Scores arrive one block at a time; three registers are enough for an exact softmax.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="14" y="16" width="18" height="18" rx="3" opacity=".4"/><rect x="36" y="16" width="18" height="18" rx="3" opacity=".7"/><rect x="58" y="16" width="18" height="18" rx="3"/><rect x="80" y="16" width="18" height="18" rx="3" opacity=".25"/><rect x="102" y="16" width="18" height="18" rx="3" opacity=".25"/><rect x="124" y="16" width="18" height="18" rx="3" opacity=".25"/></g>
    <path d="M60 42h14l-7 8z" fill="currentColor"/>
    <g class="role-activation"><rect x="14" y="58" width="20" height="12" rx="2" opacity=".4"/><rect x="36" y="58" width="34" height="12" rx="2" opacity=".65"/><rect x="72" y="58" width="52" height="12" rx="2"/></g>
    <g class="role-value"><rect x="14" y="76" width="14" height="12" rx="2" opacity=".4"/><rect x="30" y="76" width="42" height="12" rx="2" opacity=".65"/><rect x="74" y="76" width="28" height="12" rx="2"/></g>
  </svg>`,
};

export default card;
