import { showValue } from '../math/format';
import { paramsOf } from '../scene/contract';
import type { Session } from '../scene/session';
import type { Clock } from '../stage/clock';
import { faultOf } from './given-field';

/** Milliseconds without a change after which what changed is said. */
const AT_REST = 700;

/** Says to readers of screens what a change led to: once, at rest, not on every frame. */
export class Announcer {
  private said: string;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly session: Session,
    private readonly clock: Clock,
    private readonly say: (sentence: string) => void,
  ) {
    this.said = this.sentence();
  }

  changed(): void {
    this.cancel?.();
    this.cancel = this.clock.after(AT_REST, () => {
      const sentence = this.sentence();
      if (sentence !== this.said) this.say(sentence);
      this.said = sentence;
    });
  }

  dispose(): void {
    this.cancel?.();
  }

  private sentence(): string {
    const { session } = this;
    const { steps, answers, problems } = session.snapshot;
    const { step } = session;
    const faults = problems.map(({ field, message }) =>
      faultOf(paramsOf(session.scene)[field]?.label ?? field, message),
    );
    const shown = answers
      .filter(({ name }) => session.shows(name))
      .map(({ name, value, format }) => `${name}: ${showValue(value, format)}.`);
    const where = step > 0 ? `Step ${step} of ${steps.length}: ${steps[step - 1].title}.` : '';
    return [...faults, where, ...shown].join(' ');
  }
}
