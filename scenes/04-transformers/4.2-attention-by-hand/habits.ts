import { show, significant } from '../../../src/author';
import { weightOf, type Tokens } from './tokens';

/** Queries that are looked at, evenly over the text. */
const ROWS = 32;
/** Tokens no further apart than this are neighbours. */
const NEAR = 8;

/** Mean weights of a pair, by what its tokens have to do with each other. */
export interface Habits {
  readonly neighbours: number;
  /** Further apart, in passages on one topic, and on two. */
  readonly sameTopic: number;
  readonly otherTopic: number;
  /** Share of a row that goes to the first token. */
  readonly first: number;
}

interface Summed {
  readonly tokens: Tokens;
  readonly registers: Float32Array;
  readonly causal: 0 | 1;
  readonly length: number;
}

/** What the weights of some rows are on average. */
export function habitsOf(summed: Summed): Habits {
  const { topics } = summed.tokens;
  const { length, causal } = summed;
  const means = { neighbours: mean(), sameTopic: mean(), otherTopic: mean(), first: mean() };
  for (let row = 0; row < ROWS; row += 1) {
    const query = Math.floor(((row + 0.5) * length) / ROWS);
    const keys = causal === 1 ? query + 1 : length;
    means.first.add(weightOf(summed, query, 0));
    for (let key = 1; key < keys; key += 1) {
      const near = Math.abs(key - query) <= NEAR;
      const far = topics[key] === topics[query] ? means.sameTopic : means.otherTopic;
      (near ? means.neighbours : far).add(weightOf(summed, query, key));
    }
  }
  return {
    neighbours: means.neighbours.value,
    sameTopic: means.sameTopic.value,
    otherTopic: means.otherTopic.value,
    first: means.first.value,
  };
}

function mean() {
  let [sum, count] = [0, 0];
  return {
    add(x: number): void {
      sum += x;
      count += 1;
    },
    get value(): number {
      return sum / count;
    },
  };
}

/** What makes the blocks, and what the stripe. */
export function sayHabits({ neighbours, sameTopic, otherTopic, first }: Habits): string {
  const times = (weight: number): string => show(weight / otherTopic, significant(2));
  return `A pair on one topic weighs ${times(sameTopic)} times as much as one on two topics: these are the blocks. A pair at most ${NEAR} tokens apart weighs ${times(neighbours)} times as much: the stripe along the diagonal. The first token gets ${show(100 * first, significant(2))} % of a row.`;
}
