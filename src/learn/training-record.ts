import { fetchPublic } from '../math/public-file';

/** What was written down while shipped weights were trained. */
export interface TrainingRecord {
  readonly steps: number;
  /** The loss of a batch at every so many steps. */
  readonly each: number;
  readonly losses: readonly number[];
}

/** How the shipped weights of a recipe were trained, from `public/trained`. */
export async function loadTrainingRecord(name: string): Promise<TrainingRecord> {
  const bytes = await fetchPublic(`trained/${name}.json`, 'how the weights were trained');
  return JSON.parse(new TextDecoder().decode(bytes)) as TrainingRecord;
}
