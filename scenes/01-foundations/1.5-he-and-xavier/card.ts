import type { Card } from '../../../src/author';

const ridge = (y: number, spread: number, role: string): string =>
  `<path class="role-${role}" d="M14 ${y}H${76 - spread}Q76 ${y - 46} ${76 + spread} ${y}H146Z" fill="currentColor" opacity=".75"/>`;

const card: Card = {
  number: '1.5',
  title: 'He and Xavier',
  blurb: 'How large should weights be at first, so that a signal neither dies nor explodes?',
  thumbnail: `<svg viewBox="0 0 160 100" xmlns="http://www.w3.org/2000/svg">${[0, 1, 2, 3]
    .map((i) => ridge(34 + 18 * i, 34 - 8 * i, 'activation'))
    .join('')}</svg>`,
};

export default card;
