import type { TemplateResult } from 'lit';
import { Random } from '../math/random';
import type { Value } from '../math/value';
import type { Plain } from '../sandbox/messages';
import type { Answer, Prediction, Slip } from './contract';

/** What is said of a prediction. */
export interface Mark {
  readonly verdict: 'right' | 'early' | 'slip' | 'wrong' | 'unreadable';
  /** A sentence or two; mathematics between dollar signs. */
  readonly message: string;
  /** For tables and orders: which entries are right, in reading order, as far as is said. */
  readonly entries?: readonly boolean[];
  /** For a slip: parts of the picture its hint speaks of, where it names them itself. */
  readonly highlights?: readonly string[];
  /** What the learner's work came to at these givens: the picture draws it. */
  readonly recorded?: Plain;
}

export const isRight = (said: Mark | undefined): boolean =>
  said?.verdict === 'right' || said?.verdict === 'early';

/** A prediction asked for at some givens, and what it is marked by. */
export interface Asked {
  readonly prediction: Prediction;
  readonly answer: Answer;
  /** The known wrong ways of the exercise. */
  readonly slips: readonly Slip<unknown>[];
  readonly model: unknown;
  /** Which instance of the exercise this is; 0 for the original. What a kind shuffles follows it. */
  readonly instance: number;
}

/** Draws that a prediction of an instance has to itself: what a kind shuffles stays as it is. */
export function drawFor({ prediction, instance }: Pick<Asked, 'prediction' | 'instance'>): Random {
  const stream = [...prediction.answer].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  return new Random(instance, stream);
}

/** The field of a prediction on a page. */
export interface PredictionField extends Asked {
  /** The id its control is to have. */
  readonly id: string;
  /** The id of what describes the control: the rule it is marked by, and what was said of it. */
  readonly describedBy: string;
  /** What stands in it, in link syntax; empty at first. */
  readonly written: string;
  readonly mark: Mark | undefined;
  /** The different texts that were checked so far, the latest last. */
  readonly attempts: readonly string[];
  /** Told at every change. */
  write(text: string): void;
}

/**
 * A kind of prediction: how it is asked for, read and marked. One module of `src/ui/kinds` each,
 * loaded when an exercise uses it.
 */
export interface PredictionKind {
  /**
   * The field with its label. Its control has `data-predict`, the name of the answer; a `value` in
   * link syntax that can be read and set; and fires `input` and `change`.
   */
  field(field: PredictionField): TemplateResult;
  /**
   * What is said of what was written. What cannot be read is `unreadable`, never wrong. Rejects when
   * `signal` aborts: nobody waits for it any more.
   */
  mark(written: string, asked: Asked, signal?: AbortSignal): Mark | Promise<Mark>;
  /** Whether marking runs what was written: it takes its time, and the text holds for all givens. */
  readonly runs?: boolean;
  /** The rule it is marked by, where there is one to state: `to three decimals`. */
  rule?(asked: Asked): string | undefined;
  /** A value as a reader would write it, in link syntax: what a test fills in. */
  typed(value: Value, answer: Answer): string;
  /** The answer once it is revealed, where its value is not what a reader wants to see. */
  shown?(asked: Asked): TemplateResult;
}
