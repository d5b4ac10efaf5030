import type { Card } from '../../../src/author';

const card: Card = {
  number: '2.1',
  title: 'Output size',
  blurb: 'A window slides over a padded image: how many positions does it have?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="14" y="14" width="72" height="72" rx="3" opacity=".2"/><rect x="26" y="26" width="48" height="48" rx="2" opacity=".5"/></g>
    <g class="role-weight"><rect x="14" y="14" width="36" height="36" rx="3" opacity=".85"/></g>
    <g class="role-activation"><rect x="102" y="26" width="48" height="48" rx="3" opacity=".25"/><rect x="102" y="26" width="12" height="12" rx="2"/></g>
  </svg>`,
};

export default card;
