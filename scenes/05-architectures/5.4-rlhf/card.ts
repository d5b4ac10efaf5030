import type { Card } from '../../../src/author';

const card: Card = {
  number: '5.4',
  title: 'RLHF',
  blurb: 'A policy earns reward and pays for every step away from where it began.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input" fill="currentColor" opacity="0.55"><path d="M20 46h12v38H20zM54 56h12v28H54zM88 74h12v10H88zM122 65h12v19H122z"/></g>
    <g class="role-activation" fill="currentColor"><path d="M34 72h12v12H34zM68 60h12v24H68zM102 18h12v66h-12zM136 81h12v3h-12z"/></g>
    <path d="M12 84H152" stroke="currentColor" stroke-width="2"/>
  </svg>`,
};

export default card;
