// Every scene at its defaults. Only the build and scripts import this: it opens all of them.
import { defaultsOf } from '../state/params';
import type { Scene } from './contract';

const scenes = import.meta.glob<Scene>('/scenes/*/*/scene.ts', { eager: true, import: 'default' });

export interface Opened {
  readonly scene: Scene;
  readonly model: unknown;
}

export const openedScenes = (wanted: (scene: Scene) => boolean = () => true): Promise<Opened[]> =>
  Promise.all(
    Object.values(scenes)
      .filter(wanted)
      .map(async (scene) => {
        const values = defaultsOf(scene.params);
        const trace = await scene.trace?.(values, new AbortController().signal);
        return { scene, model: scene.model(values, trace) };
      }),
  );
