import type { Random } from '../../../src/author';
import { questions, type QuestionName } from './questions';
import type { Givens } from './settings';

/** Another question and other switches; the check stays off, so that something is left to find. */
export const vary = (random: Random): Omit<Givens, 'own' | 'faithfulness_check'> => ({
  question: random.pick(Object.keys(questions) as QuestionName[]),
  strict_prompt: random.uniform() < 0.5,
  hybrid: random.uniform() < 0.5,
  rerank: random.uniform() < 0.5,
  temperature: random.grid(0.4, 2, 0.2),
});
