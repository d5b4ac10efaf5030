import { mapMatrix } from '../../math/linear';
import type { Matrix, Vector } from '../../math/value';
import { dragNumber } from '../drag';
import type { Stage } from '../view';
import { snapped, type Range } from './drag-given';

/** Dragging the entries of a given matrix: what the cells of its picture do when they are pressed. */
export const dragEntries =
  <V>(stage: Pick<Stage<V>, 'edit'>, name: keyof V & string, matrix: Matrix, range: Range) =>
  (press: PointerEvent, i: number, j: number): void =>
    dragNumber(press, matrix[i][j], range.step ?? 1, (x, commit) => {
      const changed = mapMatrix(matrix, (old, u, v) =>
        u === i && v === j ? snapped(x, { ...range, step: undefined }) : old,
      );
      stage.edit({ [name]: changed } as unknown as Partial<V>, commit);
    });

/** The same for a given vector. */
export const dragVector =
  <V>(stage: Pick<Stage<V>, 'edit'>, name: keyof V & string, vector: Vector, range: Range) =>
  (press: PointerEvent, at: number): void =>
    dragNumber(press, vector[at], range.step ?? 1, (x, commit) => {
      const changed = vector.map((old, i) =>
        i === at ? snapped(x, { ...range, step: undefined }) : old,
      );
      stage.edit({ [name]: changed } as unknown as Partial<V>, commit);
    });
