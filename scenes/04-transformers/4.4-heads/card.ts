import type { Card } from '../../../src/author';

const card: Card = {
  number: '4.4',
  title: 'Heads',
  blurb: 'The width is cut into heads that attend each in its own way. What does that cost?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="12" y="14" width="31" height="10" rx="2"/><rect x="47" y="14" width="31" height="10" rx="2"/><rect x="82" y="14" width="31" height="10" rx="2"/><rect x="117" y="14" width="31" height="10" rx="2"/></g>
    <g class="role-activation"><rect x="14" y="34" width="13" height="13" rx="2"/><rect x="28" y="48" width="13" height="13" rx="2"/><rect x="49" y="48" width="13" height="13" rx="2"/><rect x="63" y="34" width="13" height="13" rx="2"/><rect x="84" y="34" width="13" height="13" rx="2" opacity=".5"/><rect x="84" y="48" width="13" height="13" rx="2"/><rect x="119" y="34" width="13" height="13" rx="2"/><rect x="133" y="34" width="13" height="13" rx="2" opacity=".4"/></g>
    <g class="role-value"><rect x="12" y="74" width="136" height="10" rx="2"/></g>
  </svg>`,
};

export default card;
