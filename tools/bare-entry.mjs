// Keeps what a Worker's chunks share out of its entry. WebKit evaluates the entry a second time when a
// chunk imports it, and each request would be answered twice, once from an empty store.

/** All of src but the entries, `worker.ts`, is a chunk of its own. */
export const sharedApart = {
  output: {
    codeSplitting: { groups: [{ name: 'shared', test: /[\\/]src[\\/](?!.*\bworker\.ts$)/ }] },
  },
};

/** Fails a build in which a chunk imports an entry. @returns {import('vite').Plugin} */
export const bareEntry = () => ({
  name: 'bare-entry',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    for (const { fileName, isEntry } of chunks) {
      const importer = isEntry && chunks.find(({ imports }) => imports.includes(fileName));
      if (importer) this.error(`${importer.fileName} imports ${fileName}, the entry of a Worker.`);
    }
  },
});
