import type { Unfolding } from '../../../src/author';
import type { Model } from './model';

/** What stands where, which no formula of the solution says. */
export const describe = ({ gates }: Model, unfolding: Unfolding): string =>
  `A conveyor carries the old cell past the valve of the forget gate. What the valve of the input gate lets through of the candidate joins it. The new cell travels on; a side pipe leads through tanh and the valve of the output gate to the hidden state. ${
    gates === 'given'
      ? 'The valves can be dragged.'
      : unfolding.shown('gates')
        ? 'The valves are set by the computed gates.'
        : 'How far the valves are open is not known yet.'
  }`;
