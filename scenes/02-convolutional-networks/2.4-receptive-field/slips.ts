import { numberSlip, type Slip } from '../../../src/author';
import { added, receptiveField, type Model } from './model';

/** Known wrong fields, which show in the single kernel as well. */
const inField = (wrong: (model: Model) => number, hint: string, part: string): Slip<Model>[] => [
  numberSlip('field', wrong, hint, part),
  numberSlip('single_params', (model) => wrong(model) ** 2, hint, part),
];

export const slips: readonly Slip<Model>[] = [
  numberSlip(
    'single_params',
    ({ field }) => field,
    'This is one side of the kernel. It is a square.',
    'single',
  ),
  numberSlip(
    'single_params',
    ({ kernel }) => kernel ** 2,
    'This kernel is as small as those of the stack. The single one has to see the whole field.',
    'single',
  ),
  ...inField(
    ({ layers, kernel }) => layers * kernel,
    'The windows were laid side by side. Windows of neighbours overlap.',
    'window',
  ),
  ...inField(
    ({ field }) => field - 1,
    'This is what the layers add. The field begins with one cell.',
    'field',
  ),
  ...inField(
    (model) => receptiveField({ ...model, layers: model.layers - 1 }).field,
    'One layer is missing. Count the rows of windows, not the rows of cells between them.',
    'layers',
  ),
  ...inField(
    (model) => receptiveField({ ...model, stride: 1 }).field,
    'The strides were left out. Each one multiplies how far apart the cells above it lie.',
    'stride',
  ),
  ...inField(
    (model) => receptiveField({ ...model, dilation: 1 }).field,
    'The dilation was left out. It spreads the cells of every window.',
    'dilation',
  ),
  ...inField(
    (model) => 1 + added(model).reduce((sum, more) => sum + more, 0) * model.stride,
    'One stride too many is counted. The first layer steps over neighbouring inputs.',
    'stride',
  ),
  numberSlip(
    'stack_params',
    ({ kernel }) => kernel ** 2,
    'This is one layer. Each layer has weights of its own.',
    'stack',
  ),
  numberSlip(
    'stack_params',
    ({ layers, kernel }) => layers * kernel,
    'This counts one row of each kernel. A kernel is a square.',
    'stack',
  ),
  numberSlip(
    'stack_params',
    ({ layers, kernel }) => (layers * kernel) ** 2,
    'The layers were counted before squaring. Square the kernel first, then count the layers.',
    'stack',
  ),
  numberSlip(
    'nonlinearities_gained',
    ({ layers }) => layers,
    'This is how many the stack has. The single convolution has one as well.',
    'layers',
  ),
];
