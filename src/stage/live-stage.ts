import { nothingPredicted, type Predicted } from './predicted';
import type { Stage } from './view';

/** What a picture may ask of the page it stands on. */
export interface StageEvents<V> {
  /** The room, the type size or the colours changed: draw again. */
  changed(): void;
  point(parts: readonly string[]): void;
  edit(changes: Partial<V>, commit: boolean): void;
  /** Where predictions are made; absent: nowhere. */
  readonly predicted?: Predicted;
}

/**
 * A stage over an element of the page. It follows the element's size, the pixel ratio, the theme
 * and two custom properties: `--unit`, by which presentation mode enlarges type and strokes together,
 * and `--grows`, set where the stage is as tall as its picture and no shorter than its `min-height`.
 * Elsewhere it fills what its panel leaves, and a picture that needs more says `data-stretched`:
 * then the stage is as tall as the picture and the panel scrolls, so that a wheel over a picture is the
 * page's. A class cannot scroll: there the picture gets smaller.
 */
export class LiveStage<V = unknown> implements Stage<V> {
  width = 0;
  height = 0;
  unit = 1;
  grows = false;
  dark = false;
  motion = true;
  private readonly sizes: ResizeObserver;
  private readonly theme: MutationObserver;
  private readonly media = [
    matchMedia('(prefers-color-scheme: dark)'),
    matchMedia('(prefers-reduced-motion: reduce)'),
  ];

  constructor(
    readonly root: HTMLElement,
    private readonly events: StageEvents<V>,
  ) {
    // What is drawn are numbers and shapes, and translators do not know their way about SVG.
    root.translate = false;
    this.measure();
    this.sizes = new ResizeObserver(this.onChange);
    this.sizes.observe(root);
    this.theme = new MutationObserver(this.onChange);
    this.theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    for (const query of this.media) query.addEventListener('change', this.onChange);
  }

  get predicted(): Predicted {
    return this.events.predicted ?? nothingPredicted;
  }

  point(parts: readonly string[]): void {
    this.events.point(parts);
  }

  edit(changes: Partial<V>, commit: boolean): void {
    this.events.edit(changes, commit);
  }

  dispose(): void {
    this.sizes.disconnect();
    this.theme.disconnect();
    for (const query of this.media) query.removeEventListener('change', this.onChange);
  }

  private readonly onChange = (): void => {
    if (this.measure()) this.events.changed();
  };

  /**
   * Reads the page; says whether anything is different. Observers tell of a new size only after the
   * frame is laid out: what draws in the frame that changes it, measures first.
   */
  measure(): boolean {
    const { clientHeight } = this.root;
    // Whole pixels are rounded up as well: a picture wider than its room would be scaled down.
    const clientWidth = Math.min(
      this.root.clientWidth,
      Math.floor(this.root.getBoundingClientRect().width),
    );
    // A hidden stage keeps the room it had: there is none to draw in, and it comes back.
    const hidden = clientWidth === 0 || clientHeight === 0;
    const style = getComputedStyle(this.root);
    const least = Number.parseFloat(style.minHeight) || 0;
    // A stage that grows with its picture offers it the height that it has at least.
    const grows = style.getPropertyValue('--grows') !== '';
    const filled = this.root.querySelector(':scope > [data-stretched]')
      ? Math.max(least, clientHeight - scrolledBy(this.root.offsetParent))
      : clientHeight;
    const next = {
      width: hidden ? this.width : clientWidth,
      height: hidden ? this.height : grows ? least : filled,
      unit: Number.parseFloat(style.getPropertyValue('--unit')) || 1,
      grows,
      dark: style.colorScheme === 'dark',
      motion: !this.media[1].matches,
    };
    const changed = (Object.keys(next) as (keyof typeof next)[]).some((k) => this[k] !== next[k]);
    Object.assign(this, next);
    return changed;
  }
}

/** How much of a panel is beyond its edge: what a stretched stage has, and the panel had not to give. */
const scrolledBy = (panel: Element | null): number =>
  panel ? panel.scrollHeight - panel.clientHeight : 0;
