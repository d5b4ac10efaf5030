import type { ScaleReport, ScaleStage, ScaleView } from './contract';

/** How each of several programs is opened, by the word that asks for it. */
type Programs<Values, Word extends string> = Readonly<
  Record<Word, (stage: ScaleStage<Values>) => ScaleView<Values> | Promise<ScaleView<Values>>>
>;

/** Several programs at scale on one stage, one of them at a time: the one that a given asks for. */
export class SwitchedAtScale<Values, Word extends string> implements ScaleView<Values> {
  private open: { readonly word: Word; readonly program: ScaleView<Values> } | undefined;

  constructor(
    private readonly stage: ScaleStage<Values>,
    private readonly wordOf: (values: Values) => Word,
    private readonly programs: Programs<Values, Word>,
  ) {}

  async update(values: Values, signal: AbortSignal): Promise<ScaleReport> {
    const word = this.wordOf(values);
    if (this.open?.word !== word) {
      this.dispose();
      const program = await this.programs[word](this.stage);
      // While it was opened, something else may have been asked for.
      if (signal.aborted) program.dispose();
      signal.throwIfAborted();
      this.open = { word, program };
    }
    return this.open.program.update(values, signal);
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
    this.open?.program.dispose();
    this.open = undefined;
  }
}
