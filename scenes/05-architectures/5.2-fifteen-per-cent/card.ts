import type { Card } from '../../../src/author';

const card: Card = {
  number: '5.2',
  title: 'Fifteen per cent, 80/10/10',
  blurb: 'BERT hides some tokens, swaps a few and keeps a few, and is asked for all of them.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <path d="M12 18h28v16H12zM46 18h20v16H46zM106 18h42v16h-42zM12 42h36v16H12zM88 42h26v16H88zM120 42h28v16h-28zM12 66h22v16H12zM40 66h34v16H40zM80 66h40v16H80z" fill="currentColor" opacity="0.2"/>
    <g class="role-gradient" fill="currentColor"><path d="M72 18h28v16H72zM54 42h28v16H54z"/></g>
    <g class="role-weight" fill="currentColor"><path d="M126 66h22v16h-22z"/></g>
  </svg>`,
};

export default card;
