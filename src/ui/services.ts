import { BrowserKeep, type Keep } from '../state/keep';
import { MemoryPlace, PagePlace, type Place } from '../state/place';
import { pageClock, type Clock } from '../stage/clock';

/** What the page is given from outside: where its link is kept, what it remembers, its time. */
export interface Services {
  readonly place: Place;
  readonly keep: Keep;
  readonly clock: Clock;
}

/** The page's own. */
export const ofPage = (): Services => ({
  place: new PagePlace(),
  keep: new BrowserKeep(),
  clock: pageClock,
});

/** An exercise that stands in somebody else's page: its link is its own, in memory. */
export const embedded = (link: string): Services => ({
  place: new MemoryPlace(link),
  keep: new BrowserKeep(),
  clock: pageClock,
});
