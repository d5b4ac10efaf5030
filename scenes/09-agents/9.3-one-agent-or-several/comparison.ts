import {
  carried,
  cell,
  landed,
  show,
  svg,
  type Box,
  type Format,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Design, Model } from './model';
import { seconds } from './solution';

/** What is compared, in the order it is found. */
const ROWS: readonly {
  readonly name: keyof Design;
  readonly step: string;
  readonly says: string;
  readonly format?: Format;
}[] = [
  { name: 'calls', step: 'calls', says: 'calls' },
  { name: 'latency_total', step: 'latency', says: 'seconds', format: seconds },
  { name: 'cost_total', step: 'cost', says: 'dollars' },
  { name: 'p_all', step: 'all', says: 'success' },
];

const LINE = 44;
const HEAD = 26;
const NAME = 78;

export const HEIGHT = HEAD + ROWS.length * LINE;

/** Where the number of the chain stands in a row, and that of one agent. */
const boxOf = ({ x, y, width }: Box, row: number, column: number): Box => {
  const wide = (width - NAME) / 2;
  return {
    x: x + NAME + column * wide,
    y: y + HEAD + row * LINE,
    width: wide - 8,
    height: LINE - 8,
  };
};

export const boxOfResult = (box: Box, row: number): Box => boxOf(box, row, 1);

/** Both designs, number by number. */
export function comparison(model: Model, unfolding: Unfolding, box: Box): SVGTemplateResult {
  const heads = ['alone', 'chain'].map((text, column) => {
    const { x, width } = boxOf(box, 0, column);
    return svg`<text class="block-name" x=${x + width / 2} y=${box.y + 16} font-size="15">${text}</text>`;
  });
  return svg`${heads} ${ROWS.map(({ name, step, says, format }, row) => {
    const visible = landed(unfolding.progress(step));
    const at = boxOf(box, row, 0);
    const common = {
      visible,
      style: format ? 'fixed' : 'short',
      ...(format && { format }),
    } as const;
    return svg`
      <text x=${box.x} y=${at.y + at.height / 2 + 5} font-size="15">${says}</text>
      ${cell(at, { ...common, value: model.single[name], part: `single.${name}`, role: 'input' })}
      ${cell(boxOf(box, row, 1), { ...common, value: model[name], part: name === 'cost_total' ? 'cost_total price' : name, role: 'activation' })}`;
  })}
  ${carried(
    unfolding.progress('cost', 0, 0.85),
    [boxOf(box, 0, 1), boxOf(box, 2, 1)],
    `${model.calls} × ${show(model.price)}`,
  )}`;
}
