import type { Card } from '../../../src/author';

const card: Card = {
  number: '9.2',
  title: 'Prompt injection',
  blurb:
    'A web page gives orders to the agent that reads it; see which defence cuts them, and which only asks.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <rect x="14" y="16" width="46" height="68" rx="5" fill="none" stroke="currentColor" stroke-width="2"/>
    <g stroke="currentColor" stroke-width="3" stroke-linecap="round"><path d="M22 30H52M22 42H46M22 70H50"/></g>
    <g class="role-gradient" stroke="currentColor" fill="none" stroke-width="4" stroke-linecap="round"><path d="M22 56H50M66 56H104"/></g>
    <g class="role-activation"><rect x="108" y="22" width="6" height="64" rx="3"/></g>
    <path d="M124 44h26v22h-26zl13 12l13 -12" fill="none" stroke="currentColor" stroke-width="2"/>
  </svg>`,
};

export default card;
