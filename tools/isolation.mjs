// Serves the app isolated from other origins, so that its Workers may share memory.

/** Browsers heed these headers, and trust this much, over HTTPS and on the machine itself only. */
const trusted = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Elsewhere each page would be met with a complaint in its console. @type {import('vite').Connect.NextHandleFunction} */
function isolate(request, response, next) {
  if ('encrypted' in request.socket || trusted.test(request.headers.host ?? '')) {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  }
  next();
}

/** @returns {import('vite').Plugin} */
export const isolation = () => ({
  name: 'isolation',
  configureServer: ({ middlewares }) => void middlewares.use(isolate),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(isolate),
});
