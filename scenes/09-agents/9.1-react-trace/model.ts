import { places, type Country } from './pages';
import { LINES, play, type Broken, type Trace } from './agent';

export interface Givens {
  readonly country: Country;
  readonly broken: Broken;
}

export interface Model extends Givens {
  readonly capital: string;
  /** The run with all its lines in order. */
  readonly trace: Trace;
  readonly searches: number;
  /** The run in which something is wrong. */
  readonly brokenTrace: Trace;
}

export function react({ country, broken }: Givens): Model {
  const trace = play(country);
  return {
    country,
    broken,
    capital: places[country].capital,
    trace,
    searches: trace.lines.filter(({ id }) => LINES[id] === 'action').length,
    brokenTrace: play(country, broken),
  };
}

/** How many live in the country, which is not what was asked. */
export const peopleOf = ({ country }: Givens): string => `about ${places[country].people}`;
