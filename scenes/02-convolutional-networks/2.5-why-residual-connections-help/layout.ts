import type { Box, Frame } from '../../../src/author';
import type { Givens } from './model';

/** Where the two blocks and the chart stand. */
export interface Layout {
  readonly height: number;
  readonly plain: Box;
  readonly residual: Box;
  readonly chart: Box;
}

const BLOCK_ON_A_PHONE = { plain: 124, residual: 190 };
const CHART_ON_A_PHONE = 280;

export function layoutOf({ width, height, stage }: Frame<Givens>): Layout {
  if (stage.grows) {
    const { plain, residual } = BLOCK_ON_A_PHONE;
    return {
      height: Math.max(height, plain + residual + CHART_ON_A_PHONE),
      plain: { x: 4, y: 0, width: width - 8, height: plain },
      residual: { x: 4, y: plain, width: width - 8, height: residual },
      chart: { x: 4, y: plain + residual, width: width - 8, height: CHART_ON_A_PHONE },
    };
  }
  const tall = Math.min(250, Math.max(168, 0.4 * height));
  const wide = (width - 48) / 2;
  return {
    height,
    plain: { x: 4, y: 0, width: wide, height: tall },
    residual: { x: width - 4 - wide, y: 0, width: wide, height: tall },
    chart: { x: 4, y: tall + 6, width: width - 8, height: height - tall - 10 },
  };
}
