import type { Card } from '../../../src/author';

const card: Card = {
  number: '7.2',
  title: 'The agent loop',
  blurb:
    'Write the loop that makes an agent of a chat model: run the tools it asks for, feed the results back, know when to stop.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g fill="none" stroke="currentColor" stroke-width="2"><rect x="18" y="34" width="50" height="32" rx="7"/><rect x="94" y="34" width="48" height="32" rx="7"/></g>
    <path class="role-weight" d="M52 34C60 10 104 10 114 28m2-8-2 9-8-4" fill="none" stroke="currentColor" stroke-width="3"/>
    <path class="role-activation" d="M114 66c-8 26-54 26-64 6m-2 8 2-9 8 4" fill="none" stroke="currentColor" stroke-width="3"/>
    <g fill="currentColor"><circle cx="34" cy="50" r="3"/><circle cx="52" cy="50" r="3"/><path d="M112 56l12-12M110 44l14 12" stroke="currentColor" stroke-width="3"/></g>
  </svg>`,
};

export default card;
