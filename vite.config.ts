import { defineConfig } from 'vite';
import { assembly } from './tools/assembly.mjs';
import { bareEntry, sharedApart } from './tools/bare-entry.mjs';
import { groups } from './tools/chunks.mjs';
import { isolation } from './tools/isolation.mjs';
import { searchIndexPlugin } from './tools/search-index.mjs';

/**
 * How long a plugin took is no warning: compiling WebAssembly takes what it takes, once. Nor is it one
 * that a field asked for by name is there already: small ones come with what asks for them.
 */
const checks = { pluginTimings: false, ineffectiveDynamicImport: false };

/** LangChain is apart by name, so that a test can weigh it apart; its core also without its graphs. */
const langchain = [
  {
    name: 'langchain',
    test: /node_modules[\\/](@langchain[\\/]core|langsmith|zod)[\\/]/,
    priority: 7,
  },
  { name: 'langgraph', test: /node_modules[\\/]@langchain[\\/]langgraph/, priority: 6 },
];

// A relative base lets the build be served from any folder.
export default defineConfig({
  base: './',
  plugins: [assembly(), isolation(), searchIndexPlugin()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // The largest chunk is three, which only the scenes in three dimensions load; a test weighs the page.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      checks,
      input: { index: 'index.html', embed: 'src/embed.ts' },
      output: {
        codeSplitting: { groups: [...langchain, ...groups] },
        // Other pages name the script that brings the element: it has no hash.
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  // Workers are bundled apart, with plugins of their own.
  worker: {
    format: 'es',
    plugins: () => [assembly(), bareEntry()],
    rolldownOptions: { ...sharedApart, checks },
  },
});
