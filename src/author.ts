/**
 * What a scene is written with: the one file of src that scenes import. It has no side effects and
 * pulls in neither three nor the learning library, so that a page loads only what it shows.
 */
export { html, svg, nothing, render, type SVGTemplateResult, type TemplateResult } from 'lit';

export * from './math/by-distance';
export * from './math/bytes';
export * from './math/digits';
export * from './math/format';
export { binary, constant as constantFormula, FormulaError, type Formula } from './math/formula';
export { closure } from './math/formula-closure';
export { derivative } from './math/formula-derivative';
export { parseFormula } from './math/formula-parse';
export * from './math/largest';
export * from './math/linear';
export * from './math/n-gram';
export * from './math/prose';
export { fetchPublic } from './math/public-file';
export { Random } from './math/random';
export { ridgeRegression } from './math/ridge';
export type { Role } from './math/role';
export * from './math/rotation';
export type { WordVectors } from './math/word-vectors';
export * from './math/series';
export * from './math/value';

export {
  boolean,
  choice,
  matrix as matrixGiven,
  number as numberGiven,
  text as textGiven,
  vector as vectorGiven,
  whole as wholeGiven,
} from './state/params';
export { HEADS, headGivens, LAYERS } from './state/head-givens';
export { proseText } from './state/prose-given';

export {
  add,
  apply,
  divide,
  exp,
  floor,
  log,
  multiply,
  negate,
  power,
  abs,
  cos,
  sin,
  sqrt,
  subtract,
  tanh,
} from './solution/arithmetic';
export { scale as scaleBy } from './solution/arithmetic';
export { matrixOf, vectorOf } from './solution/array';
export { alike, cases, compare } from './solution/cases';
export {
  constant,
  given,
  index,
  named,
  symbolOf,
  valueOf,
  word,
  type Expression,
} from './solution/expression';
export { identity } from './solution/identity';
export { at, column, row } from './solution/indexing';
export {
  dot as dotProduct,
  matmul as matrixProduct,
  rotatedEntries,
  transform,
  transpose as transposed,
} from './solution/linear';
export { share, softmaxRow, softmaxRows } from './solution/softmax';
export { prose, type Prose, type Step } from './solution/step';
export { table } from './solution/table';
export { wordsOf } from './solution/words';
export { Unfolding } from './solution/unfolding';
export { maximum, minimum, norm, product, sum } from './solution/sums';

export type { Agreement, Compute, Tensor } from './compute/compute';
export { compare as compareWithTwin, worse } from './compute/agreement';
export type { Numbers } from './compute/numbers';
export { KernelError } from './compute/kernel';
export type { Watch } from './compute/watch';

export { carry } from './stage/carry';
export * from './stage/drag';
export type { Field, FieldView } from './stage/field';
export * from './stage/hold';
export { paintField } from './stage/field-paint';
export * from './stage/height-scale';
export * from './stage/orbit';
export * from './stage/parts';
export * from './stage/picture';
export { numbersIn, type Predicted } from './stage/predicted';
export * from './stage/ramp';
export type { Plain } from './sandbox/messages';
export * from './stage/scale-picture';
export type { SurfaceLabel, SurfaceWords } from './stage/surface-pane';
export * from './stage/surface-picture';
export * from './stage/surface-plot';
export { barList, type BarListEntry } from './stage/kit/bar-list';
export * from './stage/kit/barred-row';
export * from './stage/kit/bins';
export * from './stage/kit/box';
export * from './stage/kit/cell-axis';
export * from './stage/kit/chevron';
export * from './stage/kit/crosshair';
export * from './stage/kit/cut-off';
export * from './stage/kit/dividers';
export * from './stage/kit/drag-entries';
export * from './stage/kit/drag-given';
export * from './stage/kit/edge-curve';
export * from './stage/kit/facing';
export * from './stage/kit/flight';
export * from './stage/kit/free-handle';
export * from './stage/kit/graph';
export * from './stage/kit/handle';
export * from './stage/kit/heat-edge';
export * from './stage/kit/heat-picture';
export * from './stage/kit/kept-apart';
export * from './stage/kit/key';
export * from './stage/kit/labels';
export * from './stage/kit/lattice';
export * from './stage/kit/layered';
export * from './stage/kit/learning-curves';
export * from './stage/kit/list-columns';
export * from './stage/kit/marks';
export { cell, type Cell } from './stage/kit/cell';
export { chain, type Block, type Chain, type ChainArrow, type ChainLine } from './stage/kit/chain';
export { boxAround, boxAt, gapOf, lengthOf, type Grid } from './stage/kit/grid';
export { matrix, type MatrixDrawing } from './stage/kit/matrix';
export {
  isStamped,
  landed,
  outline,
  productMotion,
  rowMotion,
  stampMotion,
  sweepCell,
} from './stage/kit/operands';
export * from './stage/kit/messages';
export * from './stage/kit/movable';
export * from './stage/kit/order';
export * from './stage/kit/pairs';
export type { Point } from './stage/kit/path';
export * from './stage/kit/plot';
export * from './stage/kit/ramp-legend';
export * from './stage/kit/ranked-list';
export { cellByKey, painting, type Colour, type Painting } from './stage/kit/painting';
export { rowOfCells, type RowDrawing } from './stage/kit/row';
export { around, decades, linearScale, logScale, type AxisScale } from './stage/kit/scale';
export * from './stage/kit/sliding-window';
export * from './stage/kit/space-axes';
export * from './stage/kit/square-map';
export * from './stage/kit/two-by-two';
export * from './stage/kit/tokens';
export * from './stage/kit/travelling';
export * from './stage/kit/turning';
export * from './stage/kit/wrap';
export * from './stage/kit/written';
export * from './stage/kit/written-along';
export { plainText, svgMath, svgText, textWidth } from './stage/kit/text';
export * from './stage/kit/vector-arrow';
export { fillOf } from './stage/kit/tint';
export { LEGEND, tintLegend } from './stage/kit/tint-legend';
export * from './stage/svg/chart';
export type { Stage, View } from './stage/view';

export { readPainting } from './scene/painted';
export type { CodeTask, CodeTest } from './scene/code-task';
export type { OrderOptions } from './scene/order-lines';
export type { ChatMessage, ChatModel } from './scene/chat-model';
export { ChartAtScale, type Computed, type Watched } from './scene/chart-at-scale';
export { SwitchedAtScale } from './scene/switched-at-scale';
export { TrainingAtScale, type Race } from './scene/training-at-scale';
export { loadRun } from './scene/load-run';
export * from './scene/number-slip';
export * from './scene/python';
export { loadWordVectors } from './scene/word-vectors';
export {
  scaleFor,
  scene,
  type Answer,
  type Expected,
  type Card,
  type Listing,
  type Notes,
  type Prediction,
  type Problem,
  type Scale,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Slip,
} from './scene/contract';
