// Makes the index that the contents page searches, from the scenes themselves, while building.
import MiniSearch from 'minisearch';
import { createServer } from 'vite';
import { assembly } from './assembly.mjs';
import { root } from './ensure.mjs';

const NAME = 'virtual:search-index';

/** All exercises as an index, in JSON. Scenes run in Node as they do in its tests. */
async function searchIndex() {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    plugins: [assembly()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const { searchDocuments } = await server.ssrLoadModule('/src/scene/search-documents.ts');
    const { searchOptions } = await server.ssrLoadModule('/src/ui/search-options.ts');
    const index = new MiniSearch(searchOptions);
    index.addAll(await searchDocuments());
    return JSON.stringify(index);
  } finally {
    await server.close();
  }
}

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
