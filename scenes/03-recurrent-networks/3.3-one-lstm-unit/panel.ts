import {
  boxBetween,
  cell,
  dragSteps,
  dragVector,
  eased,
  nothing,
  shrunk,
  svg,
  svgText,
  traveller,
  type Box,
  type Stage,
  type SVGTemplateResult,
} from '../../../src/author';
import type { Layout } from './layout';
import { GATES, type Givens, type Model } from './model';
import type { Motion } from './motion';

const NAMES = ['$f$', '$i$', '$\\tilde c$', '$o$'];
const SIGNS = 26;
const RANGE = { min: -1000, max: 1000, step: 0.1 };

/** The twelve parameters, the input and the state they weigh, and what becomes of each row. */
export function panel(
  model: Model,
  layout: Layout,
  now: Motion,
  stage: Stage<Givens>,
): SVGTemplateResult | typeof nothing {
  if (!layout.panel) return nothing;
  const grid = gridIn(layout.panel);
  const { x, h_prev } = model;
  const drags = (['w', 'u', 'b'] as const).map((name) =>
    dragVector<Givens>(stage, name, model[name], RANGE),
  );
  const given = (name: 'x' | 'h_prev', range = RANGE) =>
    dragSteps<Givens>({ stage, name, from: model[name], range });
  const head = (text: string, column: number, kind: string, row = 0) => {
    const box = grid(row, column);
    return svg`<text class=${`head ${kind}`} x=${box.x + box.width / 2} y=${box.y - 8}
      font-size="16">${svgText(text)}</text>`;
  };
  return svg`<g class="gates-panel">
    ${head('$b$', 2, 'role-weight', 1)}
    ${head('$x_t$', 0, 'role-input')} ${head('$h_{t-1}$', 1, 'role-activation')}
    ${cell(grid(0, 0), { value: x, part: 'x', role: 'input', style: 'short', pressed: given('x') })}
    ${cell(grid(0, 1), {
      ...{ value: h_prev, part: 'h_prev', role: 'activation', style: 'short' },
      pressed: given('h_prev', { min: -1, max: 1, step: 0.1 }),
    })}
    ${GATES.map((gate, n) => {
      const row = n + 1;
      const box = grid(row, 3);
      const come = now.known(gate);
      return svg`
        <text class="head role-activation" x=${layout.panel!.x + 10} y=${box.y + box.height / 2 + 5}
          font-size="17">${svgText(NAMES[n])}</text>
        ${(['w', 'u', 'b'] as const).map((name, column) =>
          cell(grid(row, column), {
            ...{ value: model[name][n], part: `${name}.${n}`, role: 'weight', style: 'short' },
            pressed: (press: PointerEvent) => drags[column](press, n),
          }),
        )}
        ${cell(box, {
          ...{ value: model[gate], part: gate, role: 'activation' },
          visible: eased(come, 0.4, 0.6),
        })}
        ${set(come, [
          [x, grid(0, 0), grid(row, 0)],
          [h_prev, grid(0, 1), grid(row, 1)],
        ])}
        ${set(2 * come - 1, [[model[gate], box, goal(gate, layout)]])}`;
    })}
  </g>`;
}

/** Numbers on their way. */
const set = (come: number, ways: readonly (readonly [number, Box, Box])[]) =>
  come > 0 && come < 1
    ? ways.map(([value, from, to]) =>
        traveller(boxBetween(shrunk(from, 0.8), shrunk(to, 0.8), eased(come)), value),
      )
    : nothing;

/** Where a gate goes once it is computed. */
function goal(gate: (typeof GATES)[number], layout: Layout): Box {
  if (gate === 'c_tilde') return layout.c_tilde;
  const { x, y } = { f: layout.forget, i: layout.input, o: layout.output }[gate];
  return { x: x - 28, y: y - 15, width: 56, height: 30 };
}

/** Row 0 has what is weighed; the columns are w, u, b and the gate. */
function gridIn({ x, y, width, height }: Box): (row: number, column: number) => Box {
  const pitch = (width - SIGNS - 10) / 4;
  const wide = Math.min(76, pitch - 5);
  const tall = Math.min(54, (height - 24) / 5);
  return (row, column) => ({
    x: x + SIGNS + column * Math.min(pitch, 84) + (column === 3 ? 10 : 0),
    y: y + 24 + row * tall,
    width: wide,
    height: tall - 6,
  });
}
