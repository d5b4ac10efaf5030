import type { Card } from './contract';

/** Titles of the modules, in the order of the book; 10 and 11 have no exercises. */
export const modules: readonly { readonly id: string; readonly title: string }[] = [
  { id: '01', title: 'Foundations' },
  { id: '02', title: 'Convolutional networks' },
  { id: '03', title: 'Recurrent networks' },
  { id: '04', title: 'Transformers' },
  { id: '05', title: 'Architectures' },
  { id: '06', title: 'Retrieval-augmented generation' },
  { id: '07', title: 'LangChain' },
  { id: '08', title: 'LangGraph' },
  { id: '09', title: 'Agents' },
  { id: '12', title: 'Advanced' },
];

const cardFiles = import.meta.glob<Card>('/scenes/*/*/card.ts', { eager: true, import: 'default' });

/** Cards of scenes that only tests open; a build for readers has none. */
const fixtureCards =
  import.meta.env.MODE === 'production'
    ? {}
    : import.meta.glob<Card>('/tests/fixtures/*/card.ts', { eager: true, import: 'default' });

/** Every exercise that exists, in the order of the book. */
export const cards: readonly Card[] = Object.values(cardFiles).sort(byNumber);

/** The card of a number, those of fixtures included. */
export const cardOf = (number: string): Card | undefined =>
  [...cards, ...Object.values(fixtureCards)].find((card) => card.number === number);

/** A module, with the exercises it has. */
export interface Module {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly Card[];
}

/** A module by its number; undefined when there is none. */
export function moduleCalled(id: string): Module | undefined {
  const module = modules.find((each) => each.id === id);
  return module && { ...module, cards: cards.filter((card) => moduleOf(card) === id) };
}

/** The exercise after this one in the book. */
export const cardAfter = (number: string): Card | undefined =>
  cards[cards.findIndex((card) => card.number === number) + 1];

/** The module an exercise belongs to: `4.2` to `04`. */
export const moduleOf = ({ number }: Card): string => number.split('.')[0].padStart(2, '0');

function byNumber(a: Card, b: Card): number {
  const [moduleA, exerciseA] = a.number.split('.').map(Number);
  const [moduleB, exerciseB] = b.number.split('.').map(Number);
  return moduleA - moduleB || exerciseA - exerciseB;
}
