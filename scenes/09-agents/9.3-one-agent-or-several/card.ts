import type { Card } from '../../../src/author';

const card: Card = {
  number: '9.3',
  title: 'One agent or several',
  blurb: 'Specialists do better work, and every hand-off between them can go wrong.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="12" y="14" width="16" height="12" rx="3"/><rect x="30" y="14" width="16" height="12" rx="3"/></g>
    <g class="role-activation"><rect x="12" y="40" width="16" height="12" rx="3"/><rect x="30" y="40" width="16" height="12" rx="3"/><rect x="60" y="58" width="16" height="12" rx="3"/><rect x="78" y="58" width="16" height="12" rx="3"/><rect x="108" y="76" width="16" height="12" rx="3"/><rect x="126" y="76" width="16" height="12" rx="3"/></g>
    <g class="role-gradient" fill="none" stroke="currentColor" stroke-width="2.5"><path d="M46 46h7v18h5M94 64h7v18h5"/></g>
  </svg>`,
};

export default card;
