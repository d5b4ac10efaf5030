import type { Session } from '../scene/session';
import type { Track } from './track';

/**
 * What the keys that step lead through. On a page they drive the transport of the tab. A presentation
 * goes on where the steps end: what to say of the show of hands, then At scale.
 */
export class Walk {
  /** The last step has been shown, and the show of hands is spoken of again. */
  closing = false;

  constructor(
    private readonly session: Session,
    private readonly track: () => Track | undefined,
    private readonly changed: () => void,
  ) {}

  /** On by an arrow key or Space. */
  on(): void {
    if (this.presented) this.next();
    else this.track()?.stepBy(1);
  }

  back(): void {
    if (this.presented) this.previous();
    else this.track()?.stepBy(-1);
  }

  /** On by a clicker, which knows no other key. */
  next(): void {
    const { session } = this;
    const { present, tab, steps } = session.snapshot;
    if (!present) this.on();
    else if (tab !== 'hand') return;
    else if (session.step < steps.length) session.stepBy(1);
    else if (!this.closing) this.close(true);
    else if (session.scene.scale) session.show({ tab: 'scale' });
  }

  previous(): void {
    const { session } = this;
    const { present, tab, steps } = session.snapshot;
    if (!present) this.back();
    else if (tab !== 'hand') {
      session.show({ tab: 'hand' });
      this.close(session.step === steps.length);
    } else if (this.closing) this.close(false);
    else session.stepBy(-1);
  }

  /** Whatever else changes, the closing words stand after the last step and nowhere else. */
  follow(): void {
    const { present, tab, steps } = this.session.snapshot;
    if (!present || (tab === 'hand' && this.session.step < steps.length)) this.closing = false;
  }

  private get presented(): boolean {
    const { present, tab } = this.session.snapshot;
    return present && tab === 'hand';
  }

  private close(closing: boolean): void {
    this.closing = closing;
    this.changed();
  }
}
