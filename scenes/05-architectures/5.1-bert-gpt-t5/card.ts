import type { Card } from '../../../src/author';

const card: Card = {
  number: '5.1',
  title: 'BERT, GPT, T5',
  blurb: 'Three models, three masks, three objectives: which belong together?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-input" fill="currentColor"><rect x="10" y="16" width="12" height="12" rx="2"/><rect x="24" y="16" width="12" height="12" rx="2"/><rect x="38" y="16" width="12" height="12" rx="2"/><rect x="10" y="30" width="12" height="12" rx="2"/><rect x="24" y="30" width="12" height="12" rx="2"/><rect x="38" y="30" width="12" height="12" rx="2"/><rect x="10" y="44" width="12" height="12" rx="2"/><rect x="24" y="44" width="12" height="12" rx="2"/><rect x="38" y="44" width="12" height="12" rx="2"/></g>
    <g class="role-activation" fill="currentColor"><rect x="60" y="16" width="12" height="12" rx="2"/><rect x="60" y="30" width="12" height="12" rx="2"/><rect x="74" y="30" width="12" height="12" rx="2"/><rect x="60" y="44" width="12" height="12" rx="2"/><rect x="74" y="44" width="12" height="12" rx="2"/><rect x="88" y="44" width="12" height="12" rx="2"/></g>
    <g class="role-value" fill="currentColor"><rect x="110" y="16" width="12" height="12" rx="2"/><rect x="124" y="16" width="12" height="12" rx="2"/><rect x="110" y="30" width="12" height="12" rx="2"/><rect x="124" y="30" width="12" height="12" rx="2"/><rect x="110" y="44" width="12" height="12" rx="2" opacity=".5"/><rect x="124" y="44" width="12" height="12" rx="2" opacity=".5"/><rect x="138" y="44" width="12" height="12" rx="2"/></g>
    <g fill="none" stroke="currentColor" stroke-width="2"><path d="M30 62v10M80 62v10M130 62v10"/><rect x="10" y="74" width="40" height="14" rx="4"/><rect x="60" y="74" width="40" height="14" rx="4"/><rect x="110" y="74" width="40" height="14" rx="4"/></g>
  </svg>`,
};

export default card;
