import type { Card } from '../../../src/author';

const card: Card = {
  number: '2.3',
  title: 'A valid convolution by hand',
  blurb: 'A small window slides over an image; each position gives one sum of products.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="14" y="14" width="20" height="20" rx="3"/><rect x="38" y="14" width="20" height="20" rx="3" opacity=".7"/><rect x="62" y="14" width="20" height="20" rx="3" opacity=".3"/><rect x="14" y="38" width="20" height="20" rx="3" opacity=".7"/><rect x="38" y="38" width="20" height="20" rx="3"/><rect x="62" y="38" width="20" height="20" rx="3" opacity=".5"/><rect x="14" y="62" width="20" height="20" rx="3" opacity=".3"/><rect x="38" y="62" width="20" height="20" rx="3" opacity=".5"/><rect x="62" y="62" width="20" height="20" rx="3" opacity=".9"/></g>
    <g class="role-weight"><path d="M35 35h50v50h-50z" fill="none" stroke="currentColor" stroke-width="4"/></g>
    <g class="role-activation"><rect x="106" y="26" width="20" height="20" rx="3" opacity=".25"/><rect x="130" y="26" width="20" height="20" rx="3" opacity=".5"/><rect x="106" y="50" width="20" height="20" rx="3" opacity=".7"/><rect x="130" y="50" width="20" height="20" rx="3"/></g>
  </svg>`,
};

export default card;
