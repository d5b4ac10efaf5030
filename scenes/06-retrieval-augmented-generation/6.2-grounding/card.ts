import type { Card } from '../../../src/author';

const card: Card = {
  number: '6.2',
  title: 'Grounding',
  blurb: 'Every claim of an answer is held against what was retrieved: is there evidence for it?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-value"><rect x="100" y="14" width="50" height="20" rx="5" opacity=".5"/><rect x="100" y="42" width="50" height="20" rx="5" opacity=".5"/></g>
    <g class="role-activation"><rect x="10" y="14" width="50" height="20" rx="5"/><rect x="10" y="42" width="50" height="20" rx="5"/><path d="M60 24H100M60 52C80 52 80 24 100 24" fill="none" stroke="currentColor" stroke-width="2.5"/></g>
    <g class="role-gradient"><rect x="10" y="70" width="50" height="20" rx="5" opacity=".7"/><path d="M60 80H82" fill="none" stroke="currentColor" stroke-width="2.5" stroke-dasharray="4 5"/></g>
  </svg>`,
};

export default card;
