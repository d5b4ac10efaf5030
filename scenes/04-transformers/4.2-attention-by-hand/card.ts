import type { Card } from '../../../src/author';

const card: Card = {
  number: '4.2',
  title: 'Attention by hand',
  blurb: 'Two tokens look at each other: dot products, a softmax, and a mixture of values.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="12" y="30" width="18" height="18" rx="3"/><rect x="12" y="52" width="18" height="18" rx="3" opacity=".5"/></g>
    <g class="role-weight"><rect x="42" y="30" width="18" height="18" rx="3" opacity=".5"/><rect x="42" y="52" width="18" height="18" rx="3"/></g>
    <g class="role-activation"><rect x="76" y="30" width="18" height="18" rx="3"/><rect x="98" y="30" width="18" height="18" rx="3" opacity=".45"/><rect x="76" y="52" width="18" height="18" rx="3" opacity=".25"/><rect x="98" y="52" width="18" height="18" rx="3" opacity=".9"/></g>
    <g class="role-value"><rect x="130" y="30" width="18" height="18" rx="3" opacity=".5"/><rect x="130" y="52" width="18" height="18" rx="3"/></g>
  </svg>`,
};

export default card;
