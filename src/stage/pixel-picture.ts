// Pictures drawn in pixels, until they are drawn in units of the stage.
import { render, type TemplateResult } from 'lit';
import { highlightParts, partsAt } from './parts';
import { neighbour } from './rove';
import type { Stage, View } from './view';

/** What a picture is drawn with, beside the model and the time. */
export interface PixelFrame<V> {
  readonly stage: Stage<V>;
  /** Room to draw in, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Every size is multiplied by it: 1 on a page, more when presenting. */
  readonly unit: number;
  /** The part the reader points at, if any. */
  readonly pointed: string | undefined;
}

/**
 * A view drawn as one template: a pure function of (model, time, frame), rendered whole and patched
 * by Lit. Elements with `data-part` can be pointed at, with the mouse or with the arrow keys.
 */
export function pixelPicture<V, M>(
  stage: Stage<V>,
  draw: (model: M, t: number, frame: PixelFrame<V>) => TemplateResult,
): View<M> {
  const { root } = stage;
  let latest: { model: M; t: number } | undefined;
  let pointed: string | undefined;
  let highlighted: ReadonlySet<string> = new Set();

  const redraw = (): void => {
    if (!latest) return;
    const { width, height, unit } = stage;
    render(draw(latest.model, latest.t, { stage, width, height, unit, pointed }), root);
    highlightParts(root, highlighted);
  };

  const point = (parts: readonly string[]): void => {
    if (parts[0] === pointed) return;
    pointed = parts[0];
    stage.point(parts);
    redraw();
  };

  const onPointer = (event: Event): void => point(partsAt(event.target));
  const onLeave = (): void => point([]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== root || event.altKey || event.ctrlKey || event.metaKey) return;
    const parts = [...root.querySelectorAll('[data-part]')];
    const from = parts.find((element) => partsAt(element)[0] === pointed);
    const to = event.key === 'Escape' ? undefined : neighbour(parts, from, event.key);
    if (!to && !(event.key === 'Escape' && pointed)) return;
    event.preventDefault();
    event.stopPropagation();
    point(partsAt(to ?? null));
  };

  root.addEventListener('pointerover', onPointer);
  root.addEventListener('pointerleave', onLeave);
  root.addEventListener('keydown', onKey);
  root.addEventListener('blur', onLeave);

  return {
    draw(model, { t }) {
      latest = { model, t };
      redraw();
    },
    highlight(parts) {
      highlighted = parts;
      highlightParts(root, highlighted);
    },
    dispose() {
      root.removeEventListener('pointerover', onPointer);
      root.removeEventListener('pointerleave', onLeave);
      root.removeEventListener('keydown', onKey);
      root.removeEventListener('blur', onLeave);
      render('', root);
    },
  };
}

/** How far a motion that runs from time `from` to time `to` has come at time t, eased, 0 to 1. */
export function progress(t: number, from: number, to: number): number {
  const x = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return x * x * (3 - 2 * x);
}
