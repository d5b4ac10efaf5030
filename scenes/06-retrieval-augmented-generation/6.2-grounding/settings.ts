import type { QuestionName } from './questions';

/** What a reader can change. */
export interface Givens {
  readonly question: QuestionName;
  /** The reader's own question. */
  readonly own: string;
  readonly strict_prompt: boolean;
  readonly hybrid: boolean;
  readonly rerank: boolean;
  readonly temperature: number;
  readonly faithfulness_check: boolean;
}

/** What the temperature may be. */
export const temperatureRange = { min: 0, max: 2, step: 0.1 };
