import {
  picture,
  svg,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { arrows } from './arrows';
import { ledger, ledgerIn } from './ledger';
import type { Givens, Model } from './model';

/** The vectors as arrows, and beside or below them the numbers. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The arrows are given at least this much of either direction. */
const LEAST = 300;
const MARGIN = 8;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, height } = frame;
  const beside = width > 1.9 * LEAST;
  const place = ledgerIn(beside ? Math.min(430, 0.47 * width) : width - 2 * MARGIN, model.a.length);
  const whole = beside
    ? Math.max(height, place.height + 2 * MARGIN)
    : Math.max(height, LEAST + place.height + 2 * MARGIN);
  const space = beside
    ? { width: width - place.width - 3 * MARGIN, height: whole - 2 * MARGIN }
    : { width: width - 2 * MARGIN, height: whole - place.height - 2 * MARGIN };
  const at = beside
    ? { x: width - place.width - MARGIN, y: (whole - place.height) / 2 }
    : { x: (width - place.width) / 2, y: whole - place.height };
  return {
    height: whole,
    content: svg`
      ${arrows(model, unfolding, { x: MARGIN, y: MARGIN, ...space }, frame)}
      <g transform="translate(${at.x} ${at.y})">${ledger(model, unfolding, frame, place)}</g>`,
  };
}
