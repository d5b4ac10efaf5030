// Files of `public/` for scenes that run in Node, where no server hands them out.
import { readFile } from 'node:fs/promises';
import { root } from './ensure.mjs';

/**
 * What a page fetches from `public/`, for a process that has no server: everything else is fetched.
 * @param {typeof fetch} otherwise
 * @returns {typeof fetch}
 */
const withPublicFiles = (otherwise) => async (input, init) =>
  typeof input === 'string' && input.startsWith('/')
    ? new Response(await readFile(`${root}public${input}`))
    : otherwise(input, init);

/** From now on, files of `public/` can be fetched in this process. */
export function servePublicFiles() {
  globalThis.fetch = withPublicFiles(globalThis.fetch);
}
