import type { Expected, Scene } from '../../src/scene/contract';
import type { Values } from '../../src/state/params';

const sceneFiles = import.meta.glob<Scene>(['/scenes/*/*/scene.ts', '/tests/fixtures/*/scene.ts'], {
  eager: true,
  import: 'default',
});
const expectedFiles = import.meta.glob<Expected>(
  ['/scenes/*/*/expected.ts', '/tests/fixtures/*/expected.ts'],
  {
    eager: true,
    import: 'default',
  },
);

const traces = new WeakMap<Scene, Map<string, Promise<unknown>>>();

/** What a scene that runs something records at these givens: the same every time, so it runs once. */
function traceOf(scene: Scene, values: Values): Promise<unknown> | undefined {
  if (!scene.trace) return undefined;
  const known = traces.get(scene) ?? new Map<string, Promise<unknown>>();
  traces.set(scene, known);
  const key = JSON.stringify(values);
  const trace = known.get(key) ?? scene.trace(values, new AbortController().signal);
  known.set(key, trace);
  return trace;
}

/** The model at these givens; a scene that runs something is run first. */
export const modelOf = async (scene: Scene, values: Values): Promise<unknown> =>
  scene.model(values, await traceOf(scene, values));

/** Every scene of the repository, and the fixture of the page's tests, with the folder it stands in and what it must show. */
export const scenes = Object.entries(sceneFiles).map(([path, scene]) => ({
  folder: path.replace('/scene.ts', ''),
  scene,
  expected: expectedFiles[path.replace('scene.ts', 'expected.ts')],
}));
