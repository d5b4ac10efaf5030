import { BrowserStorage, type PageStorage } from '../state/storage';
import { MemoryLocation, BrowserLocation, type PageLocation } from '../state/location';
import { pageClock, type Clock } from '../stage/clock';

/** What the page is given from outside: where its link is kept, what it remembers, its time. */
export interface Services {
  readonly location: PageLocation;
  readonly storage: PageStorage;
  readonly clock: Clock;
  /** Whether links to other exercises lead there: the page is ours. */
  readonly linked: boolean;
}

/** The page's own. */
export const ofPage = (): Services => ({
  location: new BrowserLocation(),
  storage: new BrowserStorage(),
  clock: pageClock,
  linked: true,
});

/** An exercise that stands in somebody else's page: its link is its own, in memory. */
export const embedded = (link: string): Services => ({
  location: new MemoryLocation(link),
  storage: new BrowserStorage(),
  clock: pageClock,
  linked: false,
});
