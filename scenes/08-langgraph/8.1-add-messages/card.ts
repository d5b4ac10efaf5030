import type { Card } from '../../../src/author';

const card: Card = {
  number: '8.1',
  title: 'The add_messages reducer',
  blurb: 'A node of a graph returns new messages; a reducer decides what becomes of the old ones.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="12" y="16" width="36" height="12" rx="3"/><rect x="12" y="32" width="36" height="12" rx="3"/><rect x="12" y="48" width="36" height="12" rx="3"/></g>
    <g class="role-activation"><rect x="62" y="40" width="36" height="12" rx="3"/><rect x="112" y="64" width="36" height="12" rx="3"/></g>
    <g class="role-input" opacity=".45"><rect x="112" y="16" width="36" height="12" rx="3"/><rect x="112" y="32" width="36" height="12" rx="3"/><rect x="112" y="48" width="36" height="12" rx="3"/></g>
  </svg>`,
};

export default card;
