import type { Card } from '../../../src/author';

const card: Card = {
  number: '1.2',
  title: 'The gradient of softmax and cross-entropy',
  blurb: 'Two functions that are awkward alone have a gradient together that fits in one line.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input"><rect x="14" y="30" width="10" height="40"/><rect x="28" y="50" width="10" height="20"/><rect x="42" y="67" width="10" height="3"/></g>
    <g class="role-activation"><rect x="66" y="38" width="10" height="32"/><rect x="80" y="58" width="10" height="12"/><rect x="94" y="65" width="10" height="5"/></g>
    <g class="role-gradient"><rect x="118" y="50" width="10" height="30"/><rect x="132" y="29" width="10" height="21"/><rect x="146" y="41" width="10" height="9"/></g>
  </svg>`,
};

export default card;
