import type { Scene } from './contract';

const sceneFiles = import.meta.glob<Scene>('/scenes/*/*/scene.ts', { import: 'default' });
/** Scenes that only tests open; a build for readers has none. */
const fixtureScenes =
  import.meta.env.MODE === 'production'
    ? {}
    : import.meta.glob<Scene>('/tests/fixtures/*/scene.ts', { import: 'default' });

/** Loads a scene by its number, after which its folder is named; undefined when there is none. */
export async function loadScene(number: string): Promise<Scene | undefined> {
  const found = Object.entries({ ...sceneFiles, ...fixtureScenes }).find(([path]) =>
    path.includes(`/${number}-`),
  );
  return found?.[1]();
}

/**
 * Asks for a scene while the page that is going to load it is still on its way: one wait instead of two.
 * Whether it has arrived is for that page to say.
 */
export function preloadScene(number: string): void {
  void loadScene(number).catch(() => undefined);
}
