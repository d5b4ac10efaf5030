import type { PredictionKind } from '../scene/prediction-kind';

const files = import.meta.glob<PredictionKind>('./kinds/*.ts', { import: 'default' });

/** Loads a kind of prediction by its name, the name of its module. */
export async function loadKind(name: string): Promise<PredictionKind> {
  const load = files[`./kinds/${name}.ts`];
  if (!load) throw new Error(`There is no kind of prediction “${name}”.`);
  return load();
}

/** The names of all kinds. */
export const kindNames: readonly string[] = Object.keys(files).map((path) => path.slice(8, -3));
