import type { AxisScale } from './scale';

/** A point of a chart, in its own numbers. */
export type Point = readonly [x: number, y: number];

/** A coordinate with as many digits as a screen can show. */
const digits = (position: number): number => Math.round(position * 100) / 100;

/** A line through these points; one that has no position breaks it. */
export function linePath(x: AxisScale, y: AxisScale, points: readonly Point[]): string {
  let pen = 'M';
  return points
    .map(([a, b]) => {
      const [px, py] = [x(a), y(b)];
      if (Number.isNaN(px) || Number.isNaN(py)) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${digits(px)} ${digits(py)}`;
      pen = 'L';
      return step;
    })
    .join('');
}
