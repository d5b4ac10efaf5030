import MiniSearch from 'minisearch';

/**
 * A country and its capital, with how many people live there, rounded. Countries: Eurostat, 1 January
 * 2024. Capitals, within their limits: the censuses of Rome, Warsaw and Bucharest (2021), Berlin and
 * Budapest (2022); the statistical offices for Paris (2022), Madrid (2023) and Vienna (2024).
 */
interface Place {
  readonly where: string;
  readonly people: string;
  readonly capital: string;
  readonly river: string;
  readonly citizens: string;
}

export const places = {
  France: {
    where: 'Western Europe',
    people: '68 million',
    capital: 'Paris',
    river: 'Seine',
    citizens: '2.1 million',
  },
  Spain: {
    where: 'Southern Europe',
    people: '49 million',
    capital: 'Madrid',
    river: 'Manzanares',
    citizens: '3.3 million',
  },
  Italy: {
    where: 'Southern Europe',
    people: '59 million',
    capital: 'Rome',
    river: 'Tiber',
    citizens: '2.7 million',
  },
  Germany: {
    where: 'Central Europe',
    people: '83 million',
    capital: 'Berlin',
    river: 'Spree',
    citizens: '3.6 million',
  },
  Austria: {
    where: 'Central Europe',
    people: '9 million',
    capital: 'Vienna',
    river: 'Danube',
    citizens: '2.0 million',
  },
  Poland: {
    where: 'Central Europe',
    people: '37 million',
    capital: 'Warsaw',
    river: 'Vistula',
    citizens: '1.9 million',
  },
  Hungary: {
    where: 'Central Europe',
    people: '10 million',
    capital: 'Budapest',
    river: 'Danube',
    citizens: '1.7 million',
  },
  Romania: {
    where: 'South-eastern Europe',
    people: '19 million',
    capital: 'Bucharest',
    river: 'Dâmbovița',
    citizens: '1.7 million',
  },
} satisfies Readonly<Record<string, Place>>;

export type Country = keyof typeof places;
export const COUNTRIES = Object.keys(places) as Country[];

export interface Page {
  readonly title: string;
  readonly text: string;
}

/** Three pages on each country: none of them says how many people live in its capital and whose it is. */
export const pages: readonly Page[] = COUNTRIES.flatMap((country) => {
  const { where, people, capital, river, citizens } = places[country];
  return [
    { title: country, text: `${where}. Capital: ${capital}.` },
    { title: `Population of ${country}`, text: `Population of ${country}: about ${people}.` },
    { title: capital, text: `On the ${river}. Population: about ${citizens}.` },
  ];
});

/** Words that say nothing of what a page is about. */
const EMPTY = new Set(['a', 'about', 'in', 'is', 'its', 'of', 'on', 'the']);

const index = new MiniSearch<Page>({
  idField: 'title',
  fields: ['title', 'text'],
  storeFields: ['title', 'text'],
  processTerm: (term) => (EMPTY.has(term.toLowerCase()) ? null : term.toLowerCase()),
  searchOptions: { boost: { title: 2 } },
});
index.addAll(pages);

export interface Hit extends Page {
  readonly score: number;
}

/** The pages that a query finds, by BM25, the best first. */
export const search = (query: string): Hit[] =>
  index.search(query).map(({ score, title, text }) => ({
    score,
    title: String(title),
    text: String(text),
  }));
