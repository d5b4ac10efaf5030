import type { Card } from '../../../src/author';

const card: Card = {
  number: '4.3',
  title: 'The causal mask',
  blurb: 'No token may look at a later one: paint the table that hides the future.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-activation" fill="currentColor"><rect x="36" y="8" width="19" height="19" rx="3"/><rect x="36" y="30" width="19" height="19" rx="3" opacity=".45"/><rect x="58" y="30" width="19" height="19" rx="3" opacity=".75"/><rect x="36" y="52" width="19" height="19" rx="3" opacity=".3"/><rect x="58" y="52" width="19" height="19" rx="3" opacity=".8"/><rect x="80" y="52" width="19" height="19" rx="3" opacity=".4"/><rect x="36" y="74" width="19" height="19" rx="3" opacity=".5"/><rect x="58" y="74" width="19" height="19" rx="3" opacity=".2"/><rect x="80" y="74" width="19" height="19" rx="3" opacity=".6"/><rect x="102" y="74" width="19" height="19" rx="3" opacity=".35"/></g>
    <g fill="none" stroke="currentColor" opacity=".35"><rect x="58" y="8" width="19" height="19" rx="3"/><rect x="80" y="8" width="19" height="19" rx="3"/><rect x="102" y="8" width="19" height="19" rx="3"/><rect x="80" y="30" width="19" height="19" rx="3"/><rect x="102" y="30" width="19" height="19" rx="3"/><rect x="102" y="52" width="19" height="19" rx="3"/></g>
  </svg>`,
};

export default card;
