import { readTypedMatrix } from '../../scene/mark-numbers';
import { cellsKind } from '../prediction-cells';

/** Rows of numbers. */
export default cellsKind('matrix', readTypedMatrix);
