import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import { explainPart } from '../scene/describe';

import { LiveStage } from '../stage/live-stage';
import { highlightParts } from '../stage/parts';
import type { Predicted } from '../stage/predicted';
import type { View } from '../stage/view';
import type { Values } from '../state/params';
import { showCaption } from './caption';

/** What a picture tells the page around it. */
interface PictureEvents {
  /** Its room or its colours changed: it asks to be drawn again. */
  changed(): void;
  /** The reader points at these parts of it. */
  pointed(parts: readonly string[]): void;
  /** What the hints that stand beside it speak of. */
  hinted(): readonly string[];
  /** What is predicted there. */
  readonly predicted: Predicted;
}

/** The by-hand picture of a session, on the page: drawn when told to, highlighted by step and by pointer. */
export class LivePicture {
  private readonly stage: LiveStage<Values>;
  private readonly view: View<unknown>;
  private drawn?: Snapshot;
  /** Parts the reader points at in the text. */
  private pointed: readonly string[] = [];
  /** Parts the reader points at in the picture, or in the text where there are none. */
  private captioned: readonly string[] = [];

  constructor(
    private readonly session: Session,
    readonly root: HTMLElement,
    private readonly text: HTMLElement,
    private readonly caption: HTMLElement,
    private readonly events: PictureEvents,
  ) {
    this.stage = new LiveStage<Values>(root, {
      changed: events.changed,
      point: (parts) => {
        this.captioned = parts;
        this.showCaption();
        events.pointed(parts);
      },
      edit: (changes, commit) => session.set(changes as Values, commit),
      predicted: events.predicted,
    });
    this.view = session.scene.view(this.stage);
  }

  draw(snapshot: Snapshot): void {
    // Measuring lays the page out at once: only where what changed gives the picture other room.
    if (
      snapshot.tab !== this.drawn?.tab ||
      snapshot.present !== this.drawn.present ||
      // The way back to the original stands in a line under the picture.
      snapshot.variant !== this.drawn.variant
    ) {
      this.stage.measure();
    }
    this.drawn = snapshot;
    this.view.draw(snapshot.model, snapshot.unfolding);
    this.highlight();
    this.showCaption();
  }

  /** The reader points at symbols of the text: their twins light up, here and there. */
  point(parts: readonly string[]): void {
    if (parts.join() === this.pointed.join()) return;
    this.pointed = this.captioned = parts;
    this.highlight();
    this.showCaption();
  }

  dispose(): void {
    this.view.dispose();
    this.stage.dispose();
  }

  /** The first of the parts pointed at that has something to say. */
  private showCaption(): void {
    const { scene } = this.session;
    const snapshot = this.drawn ?? this.session.snapshot;
    const part = this.captioned.find((each) => explainPart(scene, snapshot, each) !== '');
    showCaption(this.caption, scene, snapshot, part);
  }

  /** What the reader points at, else what a hint speaks of, else what the step does. */
  private highlight(): void {
    const spoken = [this.pointed, this.events.hinted(), this.drawn?.unfolding.highlights ?? []];
    this.view.highlight(new Set(spoken.find((parts) => parts.length > 0)));
    highlightParts(this.text, this.pointed);
  }
}
