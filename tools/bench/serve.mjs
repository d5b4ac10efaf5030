// Builds the bench's page and serves it.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, normalize } from 'node:path';
import { build, preview } from 'vite';
import { assembly } from '../assembly.mjs';
import { root } from '../ensure.mjs';
import { peers } from './peers.mjs';

/** Where the build goes: among what is installed, which nothing lints or formats. */
const outDir = `${root}node_modules/.cache/bench`;

/** Threads in WebAssembly need a page that is isolated from other origins. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const types = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * The page. It is not a file: the development server of the app would look into every .html for
 * libraries, and not find those that are installed apart.
 */
const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Unfold: bench</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/bench.js"></script>
  </head>
</html>
`;

/**
 * Serves the page at /page and files of the installed libraries as they are under /peers/: two of
 * them find their WebAssembly by address.
 * @param {Record<string, string>} headers
 * @returns {import('vite').Plugin}
 */
function servePage(headers) {
  return {
    name: 'page',
    configurePreviewServer({ middlewares }) {
      middlewares.use('/page', (_request, response) => {
        response.writeHead(200, { ...headers, 'Content-Type': 'text/html' }).end(html);
      });
      middlewares.use('/peers/', (request, response, next) => {
        const path = normalize(decodeURIComponent(request.url ?? '').replace(/[?#].*$/, ''));
        const file = peers + path.replace(/^[/\\]+/, '');
        const type = types[/** @type {keyof typeof types} */ (extname(file))];
        if (path.includes('..') || !type || !existsSync(file)) return next();
        const length = statSync(file).size;
        response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': length });
        createReadStream(file).pipe(response);
      });
    },
  };
}

/**
 * @param {{ isolated: boolean }} options  whether WebAssembly may have threads
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serveBench({ isolated }) {
  const headers = isolated ? isolation : {};
  const libraries = ['tfjs-core', 'tfjs-backend-webgpu', 'tfjs-backend-wasm', 'tfjs-backend-cpu'];
  /** @type {import('vite').InlineConfig} */
  const config = {
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [assembly(), servePage(headers)],
    worker: { format: 'es', plugins: () => [assembly()] },
    resolve: {
      alias: [
        ...libraries.map((name) => ({
          find: `@tensorflow/${name}`,
          replacement: `${peers}@tensorflow/${name}`,
        })),
        { find: '@jax-js/jax', replacement: `${peers}@jax-js/jax` },
      ],
    },
    build: {
      rollupOptions: {
        input: { bench: `${root}tests/bench/main.ts` },
        output: { entryFileNames: '[name].js' },
      },
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 10_000,
      // A profile of the bench should name functions as we do.
      minify: false,
    },
    preview: { port: 0, host: 'localhost', headers },
  };
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the page of the bench is not served');
  return { url: `${url}page`, close: () => server.close() };
}
