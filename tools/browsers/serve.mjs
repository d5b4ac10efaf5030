// Serves the build with a probe before the page's own scripts.
import { readFileSync } from 'node:fs';
import { preview } from 'vite';
import { root } from '../ensure.mjs';
import { probe } from './page.mjs';

const PROBE = 'probe.js';

/** @returns {import('vite').Plugin} */
const probing = () => ({
  name: 'probing',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url === `/${PROBE}`) {
        response.setHeader('content-type', 'text/javascript');
        response.end(`(${probe.toString()})();`);
      } else if (request.url === '/') {
        const page = readFileSync(`${root}dist/index.html`, 'utf8');
        response.setHeader('content-type', 'text/html');
        response.end(page.replace('<head>', `<head><script src="${PROBE}"></script>`));
      } else next();
    });
  },
});

/** @returns {Promise<{ address: string, close: () => Promise<void> }>} */
export async function serve() {
  const server = await preview({
    root,
    logLevel: 'warn',
    plugins: [probing()],
    preview: { port: 4289, host: 'localhost' },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (!address) throw new Error('The build could not be served.');
  return { address, close: () => server.close() };
}
