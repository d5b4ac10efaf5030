import type { Ramp } from '../../stage/ramp';
import { features, type FeatureName } from '../../train/features';
import { GRID, gridPoints } from '../../train/lens';
import type { Look } from '../../train/run';
import type { Settings } from '../../train/settings';
import { mostOf, paintUnit } from './paint';

/** What the inputs are over the grid: it never changes. */
const inputFields = new Map<FeatureName, Float32Array>();

function inputField(name: FeatureName): Float32Array {
  const known = inputFields.get(name);
  if (known) return known;
  const field = Float32Array.from(gridPoints(), ([x1, x2]) => features[name].of(x1, x2));
  inputFields.set(name, field);
  return field;
}

/** Units are small: every second cell will do. */
const STRIDE = 2;

/** Paints the plane and what every unit sees of it. */
export function paintFields(
  root: ParentNode,
  { fields }: Look,
  settings: Settings,
  ramp: Ramp,
): void {
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas[data-layer]')) {
    const [layer, unit] = [Number(canvas.dataset.layer), Number(canvas.dataset.unit)];
    const of =
      layer === 0
        ? { data: inputField(settings.inputs[unit] as FeatureName), unit: 0, units: 1 }
        : { data: fields[layer - 1], unit, units: fields[layer - 1].length / GRID ** 2 };
    const bounded = layer > 0 && ['tanh', 'sigmoid'].includes(settings.activation);
    const most = bounded ? 1 : mostOf(of, 1e-6);
    paintUnit(canvas, { ...of, cells: GRID, most }, ramp, STRIDE);
  }
  const decision = root.querySelector<HTMLCanvasElement>('canvas.decision');
  if (!decision) return;
  paintUnit(decision, { data: fields.at(-1)!, unit: 0, units: 1, cells: GRID, most: 1 }, ramp);
}
