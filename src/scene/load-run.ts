/** What Zod, which LangChain brings along, reads when it is loaded. */
const settings = globalThis as { __zod_globalConfig?: { jitless?: boolean } };

/**
 * Loads the run of a scene: `loadRun(() => import('./run'))`. LangChain comes with it, and with that
 * Zod, which would try whether text may be run as code. The policy of the page forbids it, and
 * browsers report even the attempt; so it is told beforehand.
 */
export function loadRun<R>(load: () => Promise<R>): Promise<R> {
  settings.__zod_globalConfig = { ...settings.__zod_globalConfig, jitless: true };
  return load();
}
