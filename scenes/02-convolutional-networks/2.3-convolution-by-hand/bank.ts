import filter2d from '../../../shaders/convolution/filter2d';
import { html, paintField, type Compute, type TemplateResult } from '../../../src/author';
import { filterNames, prepare, presetNames, tapsOf, type Filter } from './filters';
import { CHANNELS, planesOf } from './planes';

/** Pixels along a side of the square that every filter is tried on. */
const SIDE = 160;

/** Every filter beside the others: a press on one chooses it. */
export const bankStrip = (
  chosen: Filter,
  columns: number,
  choose: (filter: Filter) => void,
): TemplateResult =>
  html`<div
    class="photo-bank"
    style="grid-template-columns: repeat(${columns}, auto)"
    role="group"
    aria-label="Every filter on the middle of the picture"
  >
    ${presetNames.map(
      (name) =>
        html`<button
          type="button"
          title=${filterNames[name]}
          aria-label=${filterNames[name]}
          aria-pressed=${name === chosen}
          @click=${() => choose(name)}
        >
          <span class="photo-thumb" data-filter=${name}></span>
        </button>`,
    )}
  </div>`;

/**
 * Paints the middle of a picture through every filter. They take turns in the same memory: one result
 * at a time is on the device.
 */
export async function paintBank(
  compute: Compute,
  context: CanvasRenderingContext2D,
  flip: boolean,
  hostOf: (filter: Filter) => HTMLElement,
): Promise<void> {
  const { width, height } = context.canvas;
  const side = Math.min(SIDE, width, height);
  const planes = planesOf(context, Math.floor((height - side) / 2), side, (width - side) / 2, side);
  const image = compute.upload(Float32Array.from(planes.flatMap((plane) => [...plane])));
  const filtered = compute.zeros(image.length);
  for (const name of presetNames) {
    const { size, weights, domain } = prepare(tapsOf(name, []), flip);
    const taps = compute.upload(weights);
    compute.run(filter2d, {
      dimensions: { channels: CHANNELS, height: side, width: side, size },
      knobs: { piece: 0, pieces: 1 },
      buffers: { image, weights: taps, filtered },
    });
    const field = { width: side, height: side, data: filtered, domain, ramp: 'rgb' } as const;
    await paintField(hostOf(name), field, compute, { width: side, height: side });
    taps.release();
  }
  image.release();
  filtered.release();
}
