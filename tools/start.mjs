// `npm start`: install what is missing, build the app, serve the build. PORT=8080 or --port 8080
// chooses the port, --host (or --host 0.0.0.0) opens it to the network, as on a classroom's wifi.
import { ensureInstalled, root } from './ensure.mjs';

const defaultPort = 4173;

/**
 * The word after `name`, true when the name stands alone, undefined when it is absent.
 * @param {string} name
 */
function option(name) {
  const words = process.argv.slice(2).flatMap((word) => word.split('='));
  const at = words.indexOf(name);
  if (at < 0) return undefined;
  const next = words[at + 1];
  return next === undefined || next.startsWith('-') ? true : next;
}

/** The chosen port, undefined when none was. */
function chosenPort() {
  const written = option('--port') ?? process.env.PORT;
  if (written === undefined || written === '') return undefined;
  const port = Number(written);
  if (typeof written === 'string' && Number.isInteger(port) && port >= 0 && port < 65536) {
    return port;
  }
  throw new Error(`A port is a whole number from 0 to 65535, not "${written}".`);
}

async function start() {
  const port = chosenPort();
  const host = option('--host') ?? 'localhost';
  ensureInstalled();
  const { build, preview } = await import('vite');
  await build({ root, logLevel: 'warn' });
  const server = await preview({
    root,
    // A port that was asked for is that port or an error; the default may move on when taken.
    preview: { port: port ?? defaultPort, strictPort: port !== undefined, host },
  });
  server.printUrls();
  if (process.env.npm_lifecycle_event) stopWithNpm();
}

/**
 * npm starts this by a shell, and where that shell does not hand on the signal that ends npm, the
 * server would live on and keep its port.
 */
function stopWithNpm() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, 500);
}

start().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  process.exit(1);
});
