import {
  picture,
  svg,
  type Box,
  type Frame,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { arrows } from './arrows';
import { ledger, ledgerIn, type Ledger } from './ledger';
import type { Givens, Model } from './model';

/** The vectors as arrows, and beside or below them the numbers. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** Narrower than this, the numbers stand below the arrows. */
const WIDE = 570;
/** The arrows are given at least so much height where the page scrolls, else this share of it. */
const LEAST = 300;
const SHARE = 0.52;
const MARGIN = 8;
/** Above the arrows, for the name of an axis. */
const TOP = 14;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { width, height, stage } = frame;
  const entries = model.a.length;
  if (width > WIDE) {
    const place = ledgerIn(
      { width: Math.min(430, 0.47 * width), height: height - MARGIN },
      entries,
    );
    const room = { width: width - place.width - 3 * MARGIN, height: height - TOP - MARGIN };
    const at = { x: width - place.width - MARGIN, y: (height - place.height) / 2 };
    return drawn(room, at, place, height);
  }
  const lower = stage.grows ? Infinity : (1 - SHARE) * height;
  const place = ledgerIn({ width: width - 2 * MARGIN, height: lower }, entries);
  const whole = stage.grows ? Math.max(height, LEAST + place.height + 2 * MARGIN) : height;
  const room = { width: width - 2 * MARGIN, height: whole - place.height - TOP - MARGIN };
  return drawn(room, { x: (width - place.width) / 2, y: whole - place.height }, place, whole);

  function drawn(
    room: Pick<Box, 'width' | 'height'>,
    at: { readonly x: number; readonly y: number },
    place: Ledger,
    whole: number,
  ) {
    return {
      height: whole,
      content: svg`
        ${arrows(model, unfolding, { ...room, x: MARGIN, y: TOP }, frame)}
        <g transform="translate(${at.x} ${at.y})">${ledger(model, unfolding, frame, place)}</g>`,
    };
  }
}
