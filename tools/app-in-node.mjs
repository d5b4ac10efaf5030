// The app's modules in Node, where scenes run as they do in their tests.
import { createServer } from 'vite';
import { assembly } from './assembly.mjs';
import { root } from './ensure.mjs';
import { servePublicFiles } from './public-files.mjs';

/**
 * Runs something with a way to load modules of the app.
 * @template T
 * @param {(load: (path: string) => Promise<Record<string, any>>) => Promise<T>} run
 */
export async function withApp(run) {
  servePublicFiles();
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
    return await run((path) => server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}
