import { sourcesOf } from '../solution/parts';
import type { Plain } from '../sandbox/messages';
import type { Unfolding } from '../solution/unfolding';
import { isWritten } from './mark';
import { isRight, type Asked, type Mark, type PredictionKind } from './prediction-kind';

/** A prediction asked for, with its kind. */
export interface AskedKind extends Asked {
  readonly kind: PredictionKind;
}

/** What is kept of predictions: what was written for each answer, and what had been checked. */
export interface Kept {
  readonly written: Readonly<Record<string, string>>;
  readonly checked: readonly string[];
  /** Those of the answers that are programs, and so are kept for all givens. */
  readonly programs?: readonly string[];
  /** The different texts that were checked, by answer: some kinds help after several. */
  readonly attempts?: Readonly<Record<string, readonly string[]>>;
}

/** As many attempts at an answer are kept. */
const MOST_ATTEMPTS = 12;

/** The predictions of a reader at some givens, and what was said of each. It knows no DOM. */
export class Predicting {
  private texts: Readonly<Record<string, string>>;
  private marks: Readonly<Record<string, Mark>> = {};
  private readonly leaving = new AbortController();
  private readonly running = new Set<string>();
  private tried: Readonly<Record<string, readonly string[]>>;

  constructor(
    readonly asked: readonly AskedKind[],
    private readonly kept: Kept,
    /** Told when something that had to run has been marked. */
    private readonly ran: () => void = () => undefined,
    before?: Predicting,
  ) {
    this.texts = kept.written;
    this.tried = kept.attempts ?? {};
    // Of a program that ran at other givens all stands but what it gave there.
    for (const { kind, answer } of asked) {
      const mark = kind.runs && before?.marks[answer.name];
      if (mark) this.marks = { ...this.marks, [answer.name]: { ...mark, recorded: undefined } };
    }
  }

  /** Nobody waits any more for what is running. */
  leave(): void {
    this.leaving.abort(new DOMException('Other givens.', 'AbortError'));
  }

  /** Whether an answer, or any, is being run. */
  isRunning(answer?: string): boolean {
    return answer === undefined ? this.running.size > 0 : this.running.has(answer);
  }

  /** What the program written for an answer gave at these givens. */
  recorded(answer: string): Plain | undefined {
    return this.marks[answer]?.recorded;
  }

  /** Marks again what had been checked when it was kept. */
  async restore(): Promise<void> {
    const { checked } = this.kept;
    await this.mark(this.asked.filter(({ answer }) => checked.includes(answer.name)));
  }

  written(answer: string): string {
    return this.texts[answer] ?? '';
  }

  /** What is written no longer is what was marked. */
  write(answer: string, text: string): void {
    this.texts = { ...this.texts, [answer]: text };
    const { [answer]: _, ...marks } = this.marks;
    this.marks = marks;
  }

  /** Checks everything that has been written; where nothing has, says so at every field. */
  async check(): Promise<void> {
    const written = this.asked.filter(({ answer }) => isWritten(this.written(answer.name)));
    for (const { answer, kind } of written) if (!kind.runs) this.attempt(answer.name);
    await this.mark(written.length > 0 ? written : this.asked);
  }

  /** The different texts that were checked so far, the latest last. */
  attempts(answer: string): readonly string[] {
    return this.tried[answer] ?? [];
  }

  private attempt(answer: string): void {
    const tried = [...new Set([...this.attempts(answer), this.written(answer)])];
    this.tried = { ...this.tried, [answer]: tried.slice(-MOST_ATTEMPTS) };
  }

  /** What is said of a prediction; a hint that stands at a field above is not repeated. */
  said(answer: string): Mark | undefined {
    const mark = this.marks[answer];
    if (mark?.verdict !== 'slip') return mark;
    const first = this.asked.find(({ answer: { name } }) => {
      const other = this.marks[name];
      return other?.verdict === 'slip' && other.message === mark.message;
    });
    return first?.answer.name === answer ? mark : { ...mark, message: 'The same slip as above.' };
  }

  get solved(): boolean {
    return (
      this.asked.length > 0 && this.asked.every(({ answer }) => isRight(this.marks[answer.name]))
    );
  }

  /** What the hints that stand speak of in the picture. */
  hinted(unfolding: Unfolding): readonly string[] {
    const parts = this.asked.flatMap(({ answer }) => {
      const mark = this.marks[answer.name];
      if (mark?.verdict !== 'slip') return [];
      return mark.highlights ?? sourcesShown(unfolding, answer.name);
    });
    return [...new Set(parts)];
  }

  get toKeep(): Kept {
    const programs = this.asked.filter(({ kind }) => kind.runs).map(({ answer }) => answer.name);
    return {
      written: this.texts,
      checked: Object.keys(this.marks),
      programs,
      attempts: this.tried,
    };
  }

  /** Resolves when all is marked but what has to run, which is told by `ran`. */
  private async mark(these: readonly AskedKind[]): Promise<void> {
    for (const asked of these.filter(({ kind }) => kind.runs)) void this.run(asked);
    await Promise.all(these.filter(({ kind }) => !kind.runs).map((asked) => this.markOne(asked)));
  }

  private async run(asked: AskedKind): Promise<void> {
    const { name } = asked.answer;
    if (this.running.has(name)) return;
    this.running.add(name);
    try {
      await this.markOne(asked);
    } catch (error) {
      if (!this.leaving.signal.aborted) throw error;
    } finally {
      this.running.delete(name);
    }
    if (!this.leaving.signal.aborted) this.ran();
  }

  private async markOne(asked: AskedKind): Promise<void> {
    const { name } = asked.answer;
    const text = this.written(name);
    const mark = await asked.kind.mark(text, asked, this.leaving.signal);
    if (this.written(name) === text) this.marks = { ...this.marks, [name]: mark };
  }
}

/** The number of the step that reveals an answer, counting from 1; the last one if none does. */
export function revealingStep({ steps }: Unfolding, answer: string): number {
  const index = steps.findIndex(({ reveals }) => reveals && answer in reveals);
  return index < 0 ? steps.length : index + 1;
}

/** What an answer is computed from, as far as it has been unfolded. */
function sourcesShown(unfolding: Unfolding, answer: string): readonly string[] {
  const { steps, step } = unfolding;
  const made = steps[revealingStep(unfolding, answer) - 1]?.reveals?.[answer];
  if (!made) return [];
  const folded = new Set(
    steps
      .slice(step)
      .flatMap(({ lines, reveals = {} }) => [...lines, ...Object.values(reveals)])
      .map(({ details }) => details.part),
  );
  const isFolded = (part: string): boolean =>
    [...folded].some((other) => other !== undefined && `${part}.`.startsWith(`${other}.`));
  return sourcesOf(made).filter((part) => !isFolded(part));
}
