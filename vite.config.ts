import { defineConfig } from 'vite';
import { assembly } from './tools/assembly.mjs';

/** A page isolated from other origins may share memory between its Workers. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

// A relative base lets the build be served from any folder.
export default defineConfig({
  base: './',
  plugins: [assembly()],
  server: { headers },
  preview: { headers },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  // Workers are bundled apart, with plugins of their own.
  worker: { format: 'es', plugins: () => [assembly()] },
});
