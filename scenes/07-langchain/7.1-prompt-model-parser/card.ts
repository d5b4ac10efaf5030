import type { Card } from '../../../src/author';

const card: Card = {
  number: '7.1',
  title: 'prompt, model, parser',
  blurb:
    'Three parts joined by a pipe: what the pipe builds, and why it can be called like any of them.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g fill="none" stroke="currentColor" stroke-width="2"><path d="M2 50H16M48 50H62M98 50H112M144 50H158"/></g>
    <g class="role-input"><rect x="16" y="36" width="32" height="28" rx="7"/></g>
    <g class="role-weight"><rect x="62" y="36" width="36" height="28" rx="7"/></g>
    <g class="role-activation"><rect x="112" y="36" width="32" height="28" rx="7"/></g>
  </svg>`,
};

export default card;
