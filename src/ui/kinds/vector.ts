import { readTypedVector } from '../../scene/mark-numbers';
import { cellsKind } from '../prediction-cells';

/** A list of numbers. */
export default cellsKind('vector', readTypedVector);
