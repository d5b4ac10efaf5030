import type { Options } from 'minisearch';
import type { SearchDocument } from '../scene/search-documents';

/** How exercises are searched: the build makes the index with these, the page reads it with them. */
export const searchOptions: Options<SearchDocument> = {
  idField: 'number',
  fields: ['number', 'title', 'blurb', 'terms', 'solution'],
  searchOptions: {
    boost: { number: 8, title: 4, terms: 2, blurb: 2 },
    combineWith: 'AND',
    // The beginning of a word is enough, and of a longer word one letter in five may be wrong.
    prefix: true,
    fuzzy: (word) => (word.length > 4 ? 0.2 : false),
  },
};
