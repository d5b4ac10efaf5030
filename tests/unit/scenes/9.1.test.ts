import { expect, test } from 'vitest';
import { ORDER, play, UNKNOWN, type Broken } from '../../../scenes/09-agents/9.1-react-trace/agent';
import { COUNTRIES, places, search } from '../../../scenes/09-agents/9.1-react-trace/pages';

const about = (people: string): string => `about ${people}`;

test.each(COUNTRIES)('the population of the capital of %s takes two searches', (country) => {
  const { capital, citizens, people } = places[country];
  const { lines, final } = play(country);
  expect(lines.map(({ id }) => id)).toEqual(ORDER);
  expect(final).toBe(about(citizens));
  expect(search(`capital of ${country}`)[0].title).toBe(country);
  expect(search(`population of ${capital}`)[0].title).toBe(capital);
  // Asked for in one search, it is the population of the country that is found.
  expect(play(country, 'parallel').final).toBe(about(people));
});

test.each<[Broken, string]>([
  ['thought', about(places.France.people)],
  ['action', about(places.France.people)],
  ['observation', about(places.France.people)],
  ['thought-2', UNKNOWN],
  ['action-2', UNKNOWN],
  ['observation-2', UNKNOWN],
  ['thought-3', UNKNOWN],
  ['parallel', about(places.France.people)],
])('broken at %s, the run answers “%s”', (broken, final) => {
  expect(play('France', broken).final).toBe(final);
});
