import type { Card } from '../../../src/author';

const card: Card = {
  number: '4.5',
  title: 'Order',
  blurb: 'Swap the words of a sentence: what becomes of attention, and what of an RNN?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g fill="none" stroke="currentColor" stroke-width="2" opacity=".6"><path d="M62 24C80 24 80 76 98 76M62 50H98M62 76C80 76 80 24 98 24"/></g>
    <g class="role-input" fill="currentColor"><rect x="22" y="14" width="36" height="20" rx="6"/><rect x="102" y="66" width="36" height="20" rx="6"/></g>
    <g class="role-weight" fill="currentColor"><rect x="22" y="40" width="36" height="20" rx="6"/><rect x="102" y="40" width="36" height="20" rx="6"/></g>
    <g class="role-value" fill="currentColor"><rect x="22" y="66" width="36" height="20" rx="6"/><rect x="102" y="14" width="36" height="20" rx="6"/></g>
  </svg>`,
};

export default card;
