import type { Card } from '../../../src/author';

const columns = (height: number) =>
  Array.from({ length: 5 }, (_, i) => `M${20 + 24 * i} ${84 - height * (i + 1)}h16V84h-16z`).join(
    '',
  );

const card: Card = {
  number: '12.3',
  title: 'The KV cache',
  blurb: 'Every token leaves keys and values behind, and all of them stay in memory.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-weight"><path d="${columns(13)}" fill="currentColor"/></g>
    <g class="role-value"><path d="${columns(6.5)}" fill="currentColor"/></g>
    <path d="M12 84H148M12 20H148" stroke="currentColor" stroke-width="2"/>
  </svg>`,
};

export default card;
