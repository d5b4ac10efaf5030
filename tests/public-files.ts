import { servePublicFiles } from '../tools/public-files.mjs';

// Scenes that read word vectors run in Node as they do in a page.
servePublicFiles();
