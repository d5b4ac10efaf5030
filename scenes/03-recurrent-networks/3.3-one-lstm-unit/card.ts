import type { Card } from '../../../src/author';

const card: Card = {
  number: '3.3',
  title: 'One LSTM unit',
  blurb: 'A memory on a conveyor, and three valves: what is kept, what is written, what is shown.',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
    <path stroke="currentColor" stroke-width="2" d="M6 28H66M90 28H152M6 48H66M90 48H152M68 48V90M88 48V90"/>
    <g class="role-activation" fill="currentColor" fill-opacity=".35"><path d="M6 34H36V48H6zM70 90H78V48H70zM40 38H152V48H40z"/></g>
    <g class="role-weight" stroke="currentColor"><path d="M38 10V38M72 68H104M128 10V34"/><circle cx="38" cy="10" r="5" fill="currentColor"/><circle cx="106" cy="68" r="5" fill="currentColor"/><circle cx="128" cy="10" r="5" fill="currentColor"/></g>
  </svg>`,
};

export default card;
