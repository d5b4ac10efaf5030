// Searching the exercises: loaded when the reader first goes to the field.
import MiniSearch from 'minisearch';
import index from 'virtual:search-index';
import { searchOptions } from './search-options';

const search = MiniSearch.loadJSON(index, searchOptions);

/** The numbers of the exercises that speak of all these words, the best first. */
export const exercisesAbout = (words: string): string[] =>
  search.search(words).map(({ id }) => String(id));
