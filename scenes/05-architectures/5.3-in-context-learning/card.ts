import type { Card } from '../../../src/author';

const card: Card = {
  number: '5.3',
  title: 'In-context learning',
  blurb: 'The examples in a prompt teach a task, and no weight moves.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <path d="M14 88V12M14 88H118" stroke="currentColor" stroke-width="2" fill="none"/>
    <path class="role-activation" d="M22 80L112 20" stroke="currentColor" stroke-width="3"/>
    <g class="role-value" fill="currentColor"><circle cx="30" cy="69" r="5"/><circle cx="48" cy="66" r="5"/><circle cx="62" cy="49" r="5"/><circle cx="80" cy="45" r="5"/></g>
    <circle class="role-activation" cx="100" cy="28" r="6" fill="currentColor"/>
    <g class="role-weight" fill="currentColor"><path d="M126 12h20v17h-20z" /><path opacity="0.35" d="M126 32h20v17h-20zM126 52h20v17h-20zM126 72h20v16h-20z"/></g>
  </svg>`,
};

export default card;
