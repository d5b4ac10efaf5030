import { whole, type Param } from './params';

/**
 * The heads of the shipped transformer, which the page counts from 1. A scene names them before
 * anything that learns is loaded.
 */
export const LAYERS = 3;
export const HEADS = 4;

/** Which of these heads is meant. */
export const headGivens = (
  layer: number,
  head: number,
): Readonly<Record<'layer' | 'head', Param<number>>> => ({
  layer: whole({ label: 'layer', default: layer, min: 1, max: LAYERS }),
  head: whole({ label: 'head', default: head, min: 1, max: HEADS }),
});
