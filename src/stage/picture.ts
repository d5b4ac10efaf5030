import { html, render, svg, type SVGTemplateResult } from 'lit';
import type { Unfolding } from '../solution/unfolding';
import { highlightParts, markParts, partsAt } from './parts';
import { neighbour } from './rove';
import type { Stage, View } from './view';

/** What a picture is drawn with, beside the model and the time. Sizes are in units of the stage. */
export interface Frame<V> {
  readonly stage: Stage<V>;
  /** Room to draw in. The smallest type is 14; presenting enlarges the unit, not the numbers. */
  readonly width: number;
  readonly height: number;
  /** The part the reader points at, if any. */
  readonly pointed: string | undefined;
  /** An id that no other exercise on the page has, for clip paths and gradients. */
  id(name: string): string;
  /** Draws it anew: how it is looked at has changed, and no given. */
  redraw(): void;
}

/** What is drawn; with a height where it needs more than the room it is given. */
export type Drawing =
  SVGTemplateResult | { readonly height: number; readonly content: SVGTemplateResult };

let pictures = 0;

/** A prefix for ids that no other picture on the page has. */
export const pictureId = (): string => `picture-${(pictures += 1)}`;

/**
 * A view drawn as one SVG in units of the stage: a pure function of (model, time, frame), rendered
 * whole and patched by Lit. Elements with `data-part` can be pointed at, with the mouse or with the
 * arrow keys; those that the part pointed at was computed from are marked `data-feeds`.
 */
export function picture<V, M>(
  stage: Stage<V>,
  draw: (model: M, unfolding: Unfolding, frame: Frame<V>) => Drawing,
): View<M> {
  const { root } = stage;
  const prefix = pictureId();
  let latest: { model: M; unfolding: Unfolding } | undefined;
  let pointed: string | undefined;
  let highlighted: ReadonlySet<string> = new Set();

  const redraw = (): void => {
    if (!latest) return;
    const { unit } = stage;
    const [width, room] = [stage.width / unit, stage.height / unit];
    const frame = {
      stage,
      width,
      height: room,
      pointed,
      id: (name: string) => `${prefix}-${name}`,
      redraw,
    };
    const drawn = draw(latest.model, latest.unfolding, frame);
    const [content, height] =
      'content' in drawn ? [drawn.content, Math.max(room, drawn.height)] : [drawn, room];
    render(
      html`<svg
        class="picture"
        style="--unit: 1"
        width=${width * unit}
        height=${height * unit}
        viewBox="0 0 ${width} ${height}"
        ?data-stretched=${height > room}
      >
        ${content}
      </svg>`,
      root,
    );
    highlightParts(root, highlighted);
    markParts(root, 'data-feeds', latest.unfolding.sources(pointed));
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
    draw(model, unfolding) {
      latest = { model, unfolding };
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
      render(svg``, root);
    },
  };
}
