import type { Card } from '../../../src/author';

const cells = Array.from({ length: 9 }, (_, k) => {
  const opacity = Math.max(0.06, 0.72 ** k).toFixed(2);
  return `<rect x="${12 + 15.4 * k}" y="16" width="12" height="12" rx="2.5" opacity="${opacity}"/>`;
}).join('');

const card: Card = {
  number: '3.2',
  title: 'Vanishing gradients',
  blurb: 'One factor a step: what is left of a gradient that travels back through time?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">
    <g class="role-gradient">${cells}<path d="M14 42 C34 74 62 84 148 86 V88 H14 Z" opacity=".25"/></g>
    <path d="M14 40 V88 H148" fill="none" stroke="currentColor" stroke-width="1.5" opacity=".5"/>
  </svg>`,
};

export default card;
