import { fetchPublic } from '../math/public-file';
import { readWeights } from './shipped';

/** Fetched once, however many ask; asked for again after a failure. */
const loading = new Map<string, Promise<Float32Array>>();

/** The shipped weights of a recipe, from `public/trained`; `half` where they are float16. */
export function loadWeights(name: string, half = false): Promise<Float32Array> {
  const weights = loading.get(name) ?? fetchWeights(name, half);
  loading.set(name, weights);
  weights.catch(() => loading.delete(name));
  return weights;
}

const fetchWeights = async (name: string, half: boolean): Promise<Float32Array> =>
  readWeights(await fetchPublic(`trained/${name}.bin`, 'the trained weights'), half);
