import { defineConfig } from 'vite';
import { assembly } from './tools/assembly.mjs';
import { bareEntry, sharedApart } from './tools/bare-entry.mjs';
import { isolation } from './tools/isolation.mjs';

// A relative base lets the build be served from any folder.
export default defineConfig({
  base: './',
  plugins: [assembly(), isolation()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  // Workers are bundled apart, with plugins of their own.
  worker: { format: 'es', plugins: () => [assembly(), bareEntry()], rolldownOptions: sharedApart },
});
