import entry from './worker?worker&url';

let importing: string | undefined;

/** A script of this page's own that imports one of another origin. */
const importer = (address: string): string =>
  (importing ??= URL.createObjectURL(
    new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }),
  ));

/**
 * Starts the Worker that computes. A browser starts none from another origin, which is where the
 * code of an exercise in somebody else's page comes from.
 */
export function startWorker(): Worker {
  const { href, origin } = new URL(entry, import.meta.url);
  return new Worker(origin === self.origin ? href : importer(href), { type: 'module' });
}
