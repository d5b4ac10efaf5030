import type { Card } from '../../../src/author';

const card: Card = {
  number: '9.1',
  title: 'A ReAct trace',
  blurb:
    'Thought, action, observation: put a trace in order, play it against a search index, and leave a step out.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g fill="none" stroke="currentColor" stroke-width="2"><rect x="44" y="12" width="100" height="16" rx="5"/><rect x="44" y="34" width="100" height="16" rx="5"/><rect x="44" y="56" width="100" height="16" rx="5"/><rect x="44" y="78" width="100" height="16" rx="5"/></g>
    <g stroke="currentColor" stroke-width="4" stroke-linecap="round"><path class="role-activation" d="M54 20h52"/><path class="role-weight" d="M54 42h70"/><path class="role-input" d="M54 64h44"/><path class="role-activation" d="M54 86h60"/></g>
    <path d="M44 20h-16v22h14m-6-5 6 5-6 5M44 64h-16v22h14m-6-5 6 5-6 5" fill="none" stroke="currentColor" stroke-width="2"/>
  </svg>`,
};

export default card;
