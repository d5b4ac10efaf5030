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

/** A scene whose runs are made once: a run comes out the same every time. */
function remembering(scene: Scene): Scene {
  const { trace } = scene;
  if (!trace) return scene;
  const known = new Map<string, Promise<unknown>>();
  return {
    ...scene,
    trace(values) {
      const key = JSON.stringify(values);
      // Whoever asked for it may lose interest; the next one would still want it.
      const recording = known.get(key) ?? trace(values, new AbortController().signal);
      known.set(key, recording);
      return recording;
    },
  };
}

/** The model at these givens; a scene that runs something is run first. */
export const modelOf = async (scene: Scene, values: Values): Promise<unknown> =>
  scene.model(values, await scene.trace?.(values, new AbortController().signal));

/** Every scene of the repository, and the fixture of the page's tests, with the folder it stands in and what it must show. */
export const scenes = Object.entries(sceneFiles).map(([path, scene]) => ({
  folder: path.replace('/scene.ts', ''),
  scene: remembering(scene),
  expected: expectedFiles[path.replace('scene.ts', 'expected.ts')],
}));
