import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { decimals, show } from '../../math/format';
import { REACH, type Example, type Split } from '../../train/data-sets';
import { drag } from '../../stage/drag';

export type Place = readonly [number, number];

export interface PlaneOf {
  readonly split: Split;
  readonly showTest: boolean;
  readonly place: Place;
  /** What the network says there. */
  readonly output: number | undefined;
  readonly describedBy: string;
  /** The pointer is pressed or dragged there. */
  press(place: Place): void;
  /** Enter, at the place. */
  use(): void;
  move(place: Place): void;
}

/** Units of the picture for one of the plane. */
const SCALE = 100;
const EDGE = REACH * SCALE;

/** Examples of class +1 are discs, those of class −1 squares: colour is not all that tells them apart. */
function exampleView({ x: [x1, x2], label }: Example, test: boolean): SVGTemplateResult {
  const [x, y] = [x1 * SCALE, -x2 * SCALE];
  const kind = `example ${label > 0 ? 'positive' : 'negative'} ${test ? 'test' : ''}`;
  return label > 0
    ? svg`<circle class=${kind} cx=${x} cy=${y} r="7.5" />`
    : svg`<rect class=${kind} x=${x - 6.5} y=${y - 6.5} width="13" height="13" />`;
}

const clamp = (x: number): number => Math.max(-REACH, Math.min(REACH, Math.round(x * 100) / 100));

/** Keys move the place by a tenth. */
const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: [-0.1, 0],
  ArrowRight: [0.1, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
};

/** The plane: what the network says everywhere, the examples, and the place that formulas speak of. */
export function planeView(of: PlaneOf): TemplateResult {
  const { split, showTest, place, output, describedBy, press: pressed, use, move } = of;
  const at = (event: PointerEvent, box: DOMRect): Place => [
    clamp(((event.clientX - box.left) / box.width) * 2 * REACH - REACH),
    clamp(REACH - ((event.clientY - box.top) / box.height) * 2 * REACH),
  ];
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    pressed(at(event, box));
    drag(
      event,
      (_dx, _dy, moved) => pressed(at(moved, box)),
      () => {},
    );
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') use();
    const by = arrows[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move([clamp(place[0] + by[0]), clamp(place[1] + by[1])]);
  };
  const [x, y] = [place[0] * SCALE, -place[1] * SCALE];
  return html`<div
    class="plane"
    role="group"
    tabindex="0"
    aria-label="The plane, with the decision of the network. Arrow keys move the point that the formulas speak of."
    aria-describedby=${describedBy}
    @keydown=${key}
    @pointerdown=${press}
  >
    <canvas class="decision" aria-hidden="true"></canvas>
    <svg viewBox="${-EDGE} ${-EDGE} ${2 * EDGE} ${2 * EDGE}" aria-hidden="true">
      <path class="axes-through" d="M${-EDGE} 0H${EDGE}M0 ${-EDGE}V${EDGE}" />
      ${showTest ? split.test.map((example) => exampleView(example, true)) : nothing}
      ${split.training.map((example) => exampleView(example, false))}
      <g class="place" transform="translate(${x} ${y})">
        <circle r="15" />
        <path d="M-24 0H-9M9 0H24M0 -24V-9M0 9V24" />
      </g>
    </svg>
    <p class="place-words" translate="no">
      ${output === undefined ? '' : `(${show(place[0], decimals(2))}, ${show(place[1], decimals(2))}): ${show(output, decimals(3))}`}
    </p>
  </div>`;
}
