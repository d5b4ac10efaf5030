// Makes the index that the contents page searches, from the scenes themselves, while building.
import MiniSearch from 'minisearch';
import { withApp } from './app-in-node.mjs';

const NAME = 'virtual:search-index';

/** All exercises as an index, in JSON. */
const searchIndex = () =>
  withApp(async (load) => {
    const { searchDocuments } = await load('/src/scene/search-documents.ts');
    const { searchOptions } = await load('/src/ui/search-options.ts');
    const index = new MiniSearch(searchOptions);
    index.addAll(await searchDocuments());
    return JSON.stringify(index);
  });

/** @returns {import('vite').Plugin} */
export function searchIndexPlugin() {
  return {
    name: 'search-index',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      return `export default ${JSON.stringify(await searchIndex())};`;
    },
  };
}
