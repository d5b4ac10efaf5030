// A page with nothing on it, served with the app: the way from the app to the app. From there it starts
// anew in the process it has, where from about:blank each opening would start a process too.
import { writeFileSync } from 'node:fs';
import { root } from '../../tools/ensure.mjs';

export const between = 'between.html';

/** Puts it beside the build, once that is served. */
export default (): void =>
  // An icon of its own, or the browser would ask for one that is not there.
  writeFileSync(
    `${root}test-results/site/${between}`,
    '<!doctype html><html lang="en"><link rel="icon" href="data:," /><title>Between</title></html>\n',
  );
