import type { Card } from '../../../src/author';

const card: Card = {
  number: '6.3',
  title: 'Reciprocal rank fusion',
  blurb: 'Several searches rank the same documents; their ranks alone make one list.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="12" y="32" width="36" height="12" rx="3"/><rect x="56" y="64" width="36" height="12" rx="3"/></g>
    <g class="role-input" opacity=".25"><rect x="12" y="16" width="36" height="12" rx="3"/><rect x="12" y="48" width="36" height="12" rx="3"/><rect x="12" y="64" width="36" height="12" rx="3"/><rect x="56" y="16" width="36" height="12" rx="3"/><rect x="56" y="32" width="36" height="12" rx="3"/><rect x="56" y="48" width="36" height="12" rx="3"/></g>
    <g class="role-activation"><rect x="108" y="16" width="40" height="12" rx="3" opacity=".35"/><rect x="108" y="32" width="38" height="12" rx="3"/><rect x="108" y="48" width="30" height="12" rx="3" opacity=".35"/><rect x="108" y="64" width="22" height="12" rx="3" opacity=".35"/></g>
  </svg>`,
};

export default card;
