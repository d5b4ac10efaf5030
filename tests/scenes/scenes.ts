import type { Expected, Scene } from '../../src/scene/contract';

const sceneFiles = import.meta.glob<Scene>('/scenes/*/*/scene.ts', {
  eager: true,
  import: 'default',
});
const expectedFiles = import.meta.glob<Expected>('/scenes/*/*/expected.ts', {
  eager: true,
  import: 'default',
});

/** Every scene of the repository with the folder it stands in and what it must show. */
export const scenes = Object.entries(sceneFiles).map(([path, scene]) => ({
  folder: path.replace('/scene.ts', ''),
  scene,
  expected: expectedFiles[path.replace('scene.ts', 'expected.ts')],
}));
