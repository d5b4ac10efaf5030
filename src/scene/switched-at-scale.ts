import type { ScaleReport, ScaleStage, ScaleView } from './contract';

/** How each of several programs is opened, by the word that asks for it. */
type Programs<Values, Word extends string> = Readonly<
  Record<Word, (stage: ScaleStage<Values>) => ScaleView<Values> | Promise<ScaleView<Values>>>
>;

interface Opened<Values, Word> {
  readonly word: Word;
  readonly program: ScaleView<Values>;
  /** What it put on the stage. */
  readonly elements: readonly Element[];
}

/** On what is not to be seen yet; src/stage/scale-picture.css hides it. */
const COMING = 'coming';

/**
 * Several programs at scale on one stage, one of them at a time: the one that a given asks for. The
 * picture of the last one stays until that of the next one stands.
 */
export class SwitchedAtScale<Values, Word extends string> implements ScaleView<Values> {
  private open: Opened<Values, Word> | undefined;
  /** What is asked for and has no picture yet. */
  private next: Opened<Values, Word> | undefined;

  constructor(
    private readonly stage: ScaleStage<Values>,
    private readonly wordOf: (values: Values) => Word,
    private readonly programs: Programs<Values, Word>,
  ) {}

  async update(values: Values, signal: AbortSignal): Promise<ScaleReport> {
    const wanted = await this.wanted(this.wordOf(values), signal);
    const report = await wanted.program.update(values, signal);
    signal.throwIfAborted();
    if (wanted === this.next) this.show(wanted);
    return report;
  }

  duration(values: Values): number {
    return this.open?.program.duration?.(values) ?? 0;
  }

  opensAt(values: Values): number | undefined {
    return this.open?.program.opensAt?.(values);
  }

  draw(t: number): void | Promise<void> {
    return this.open?.program.draw?.(t);
  }

  ahead(): boolean {
    return this.open?.program.ahead?.() ?? false;
  }

  finding(): string | undefined {
    return this.open?.program.finding?.();
  }

  resize(): void | Promise<void> {
    return this.open?.program.resize();
  }

  describe(): string {
    return this.open?.program.describe() ?? 'The picture is being computed.';
  }

  dispose(): void {
    for (const opened of [this.open, this.next]) opened?.program.dispose();
    this.open = this.next = undefined;
  }

  /** The program that a word asks for; while there is another picture it is not to be seen. */
  private async wanted(word: Word, signal: AbortSignal): Promise<Opened<Values, Word>> {
    if (this.next?.word === word) return this.next;
    this.next?.program.dispose();
    this.next = undefined;
    if (this.open?.word === word) return this.open;
    const { children } = this.stage.root;
    const before = new Set(children);
    const program = await this.programs[word](this.stage);
    // While it was opened, something else may have been asked for.
    if (signal.aborted) program.dispose();
    signal.throwIfAborted();
    const elements = [...children].filter((element) => !before.has(element));
    this.next = { word, program, elements };
    if (this.open) elements.forEach(({ classList }) => classList.add(COMING));
    return this.next;
  }

  private show(next: Opened<Values, Word>): void {
    this.open?.program.dispose();
    next.elements.forEach(({ classList }) => classList.remove(COMING));
    [this.open, this.next] = [next, undefined];
  }
}
