import { html, render } from 'lit';
import { expressionAt } from '../scene/describe';
import type { Scene } from '../scene/contract';
import type { Snapshot } from '../scene/snapshot';
import { line, mathText } from './math';

/** What stands under a picture while nothing is pointed at. */
const CUE = 'Point at a part to see how it came about.';

/** Says under the picture what the reader points at and how it came about. */
export function showCaption(
  host: HTMLElement,
  scene: Scene,
  snapshot: Snapshot,
  part: string | undefined,
): void {
  const own =
    part === undefined ? undefined : scene.explain?.(snapshot.model, snapshot.unfolding, part);
  const expression = part === undefined ? undefined : expressionAt(scene, snapshot, part);
  render(
    own !== undefined
      ? html`<p translate="no">${mathText(own)}</p>`
      : expression
        ? html`<p translate="no"><span ${line(expression, snapshot.changing)}></span></p>`
        : html`<p class="cue" aria-hidden="true">${CUE}</p>`,
    host,
  );
}
