import {
  carried,
  cell,
  eased,
  landed,
  nothing,
  rowOfCells,
  svg,
  svgText,
  type Box,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Column, Layout } from './layout';
import { WEIGHTS, type Model } from './model';

const HEADS: Readonly<Record<Column, readonly [text: string, role?: Role]>> = {
  x: ['$x_i$', 'input'],
  y: ['$y_i$', 'value'],
  scores: ['$s_i$'],
  terms: ['$t_i$'],
  running: ['so far', 'activation'],
};

/** The prompt as the learner reads it: pairs, the query, and how the query attends to each pair. */
export function prompt(model: Model, unfolding: Unfolding, layout: Layout): SVGTemplateResult {
  const { x, y, scores, terms, examples, query } = model;
  const boxes = (column: Column): Box[] => x.map((_, i) => layout.cell(column, i));
  const { answer } = layout;
  const asks = layout.cell('x', examples);
  const scored = (i: number): number => unfolding.sweep('scores', i, examples);
  const come = (i: number): number => unfolding.sweep('prediction', i, examples);
  return svg`
    ${layout.columns.map((column) => head(layout.cell(column, 0), ...HEADS[column]))}
    ${scores.map((score, i) => edge(layout, model, i, score, eased(scored(i), 0.5)))}
    ${rowOfCells({ id: 'x', values: x, boxes: boxes('x'), role: 'input', style: 'short' })}
    ${rowOfCells({ id: 'y', values: y, boxes: boxes('y'), role: 'value', style: 'short' })}
    ${rowOfCells({
      ...{ id: 'scores', values: scores, boxes: boxes('scores'), full: 1, style: 'short' },
      cell: (i) => ({ visible: landed(scored(i)) }),
    })}
    ${(['terms', 'running'] as const)
      .filter((column) => layout.columns.includes(column))
      .map((column) =>
        rowOfCells({
          ...{ id: column, values: model[column], boxes: boxes(column) },
          tint: column === 'terms' ? 'sign' : 'none',
          cell: (i) => ({ visible: landed(come(i)) }),
        }),
      )}
    ${cell(asks, { value: query, part: 'query', role: 'input', style: 'short', tint: 'sign' })}
    ${cell(answer, {
      ...{ value: model.icl_prediction, part: 'icl_prediction', role: 'activation' },
      visible: landed(unfolding.progress('prediction')),
    })}
    ${unfolding.progress('prediction') > 0 ? nothing : question(answer)}
    ${x.map((_, i) => carried(eased(scored(i), 0, 0.8), [asks, layout.cell('scores', i)], query))}
    ${terms.map((term, i) => carried(eased(come(i), 0, 0.8), [layout.cell('y', i), answer], term))}
    ${weights(layout)}`;
}

const head = ({ x, width, y }: Box, text: string, role?: Role): SVGTemplateResult =>
  svg`<text class=${`block-name${role ? ` role-${role}` : ''}`} x=${x + width / 2} y=${y - 9}
    font-size="15">${svgText(text)}</text>`;

/** What the decoder is about to say. */
const question = ({ x, y, width, height }: Box): SVGTemplateResult =>
  svg`<text class="cell-number" x=${x + width / 2} y=${y + height / 2} font-size="16">?</text>`;

/** From the query to a pair: as wide as its score is large, coloured by its sign once scored. */
function edge(
  { edges, cell: at }: Layout,
  { examples }: Model,
  i: number,
  score: number,
  come: number,
): SVGTemplateResult {
  const [from, to] = [at('x', examples), at('x', i)].map(({ y, height }) => y + height / 2);
  const bulge = edges - (edges - 8) * ((from - to) / (from - at('x', 0).y));
  const sign = come === 0 || score === 0 ? '' : score > 0 ? 'positive' : 'negative';
  return svg`<path class=${`icl-edge ${sign}`} data-part=${`scores.${i}`}
    stroke-width=${1 + 7 * Math.abs(score) * come}
    d=${`M${edges - 3} ${from}C${bulge} ${from} ${bulge} ${to} ${edges - 3} ${to}`} />`;
}

const CHIPS = { query: '$W_Q$', key: '$W_K$', value: '$W_V$' } as const;

/** The weights of the layer, the same whatever the prompt is. */
function weights({ weights: { x, y, width, height } }: Layout): SVGTemplateResult {
  const each = width / 3;
  const says = width < 260 ? 'weights: fixed' : 'weights: fixed, whatever the task';
  return svg`
    <text class="block-says" x=${x + width / 2} y=${y + 14} font-size="14">${says}</text>
    ${(['query', 'key', 'value'] as const).map((of, i) => {
      const box = { x: x + i * each, y: y + 22, width: each - 5, height: height - 22 };
      return svg`<g class="cell small outline-weight" data-part=${`weights.${of}`}
        transform=${`translate(${box.x} ${box.y})`}>
        <rect class="cell-box" width=${box.width} height=${box.height} rx="5" />
        <text class="cell-number" x=${box.width / 2} y=${box.height / 2} font-size="15">${svgText(`${CHIPS[of]} = ${WEIGHTS[of]}`)}</text>
      </g>`;
    })}`;
}
