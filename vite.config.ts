import { defineConfig } from 'vite';

// A relative base lets the build be served from any folder.
export default defineConfig({
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0 },
  worker: { format: 'es' },
});
