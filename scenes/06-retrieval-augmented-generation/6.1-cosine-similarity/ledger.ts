import {
  carried,
  cell,
  dragVector,
  landed,
  nothing,
  rowOfCells,
  svg,
  svgText,
  type Box,
  type Frame,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { range, type Givens, type Model } from './model';
import { degrees } from './solution';

/** Where everything of the ledger stands: entries on the left, what becomes of them on the right. */
export interface Ledger {
  readonly width: number;
  readonly height: number;
  /** Cell i of a row: `a`, `b`, or their products. */
  entry(row: number, i: number): Box;
  /** The result at the end of a row, and what it is once the arrow is stretched. */
  result(row: number): Box;
  stretched(row: number): Box;
}

/** The rows: two vectors with their norms, the products with their sum, the cosine, the angle. */
const ROWS = { a: 0, b: 1, products: 2, cosine: 3, angle: 4 };
const GAP = 10;
const NAME = 26;
/** A result is wider than an entry by this factor: it has decimals. */
const WIDE = 1.55;
/** Above the rows, for what the stretched arrow is called. */
const HEAD = 26;
/** Between the entries and the results: `‖a‖ =`. */
const SIGN = 66;

/** As large as a room allows. */
export function ledgerIn(
  room: { readonly width: number; readonly height: number },
  entries: number,
): Ledger {
  const side = Math.min(
    54,
    (room.width - NAME - SIGN - 2 * GAP) / (Math.max(entries, 3) + 2 * WIDE),
  );
  const wide = WIDE * side;
  const rows = ROWS.angle + 1;
  const pitch = Math.min(58, Math.min(48, side) + GAP, (room.height - HEAD - 2) / rows);
  const height = pitch - (pitch < 40 ? 5 : GAP);
  const start = NAME + entries * side + SIGN;
  const y = (row: number): number => HEAD + row * pitch;
  const at = (x: number, row: number, w: number): Box => ({ x, y: y(row), width: w, height });
  return {
    width: start + 2 * wide + 2 * GAP,
    height: y(ROWS.angle) + height + 2,
    entry: (row, i) => at(NAME + i * side, row, side - 3),
    result: (row) => at(start, row, wide),
    stretched: (row) => at(start + wide + 2 * GAP, row, wide),
  };
}

/** How far what a step makes has come. */
const LANDS = 0.85;

/** The numbers: entries multiplied and added, lengths measured and divided out. */
export function ledger(
  model: Model,
  unfolding: Unfolding,
  { stage }: Frame<Givens>,
  place: Ledger,
): SVGTemplateResult {
  const { a, b, products } = model;
  const multiplied = (i: number): number => unfolding.sweep('dot', i, products.length + 1);
  const added = unfolding.sweep('dot', products.length, products.length + 1);
  const boxes = (row: number): Box[] => a.map((_, i) => place.entry(row, i));
  const given = (name: 'a' | 'b', role: Role) => {
    const press = dragVector<Givens>(stage, name, model[name], { ...range, step: 0.5 });
    return rowOfCells({
      ...{ id: name, values: model[name], boxes: boxes(ROWS[name]), role, style: 'short' },
      cell: (i) => ({ pressed: (event) => press(event, i) }),
    });
  };
  return svg`
    ${name('a', ROWS.a, 'input', place)} ${given('a', 'input')}
    ${name('b', ROWS.b, 'value', place)} ${given('b', 'value')}
    ${name('p', ROWS.products, undefined, place)}
    ${rowOfCells({
      ...{ id: 'products', values: products, boxes: boxes(ROWS.products), style: 'short' },
      cell: (i) => ({ visible: landed(multiplied(i)) }),
    })}
    ${results(model, unfolding, place)} ${stretched(model, unfolding, place)}
    ${products.map((product, i) => {
      const to = place.entry(ROWS.products, i);
      const way = Math.min(1, multiplied(i) / LANDS);
      return svg`
        ${carried(way, [place.entry(ROWS.a, i), to], a[i])}
        ${carried(way, [place.entry(ROWS.b, i), to], b[i])}
        ${carried(Math.min(1, added / LANDS), [to, place.result(ROWS.products)], product)}`;
    })}
    ${motions(model, unfolding, place)}`;
}

const name = (
  letter: string,
  row: number,
  role: Role | undefined,
  place: Ledger,
): SVGTemplateResult => {
  const { y, height } = place.entry(row, 0);
  return svg`<text class=${`block-name ${role ? `role-${role}` : ''}`} x=${NAME / 2 - 2}
    y=${y + height / 2 + 6} font-size="18">${svgText(`$${letter}$`)}</text>`;
};

/** What stands at the end of each row, as far as its step has come. */
function results(model: Model, unfolding: Unfolding, place: Ledger): SVGTemplateResult[] {
  const added = unfolding.sweep('dot', model.a.length, model.a.length + 1);
  const come = { dot: added, norms: 0, cosine: 0, angle: 0 };
  for (const step of ['norms', 'cosine', 'angle'] as const) come[step] = unfolding.progress(step);
  const of = (part: 'norm_a' | 'norm_b' | 'dot' | 'cosine' | 'angle', says: string, far: number) =>
    ({ part, says, value: model[part], visible: landed(far) }) as const;
  return [
    { ...of('norm_a', '$\\lVert a \\rVert$', come.norms), row: ROWS.a, role: 'input' as const },
    { ...of('norm_b', '$\\lVert b \\rVert$', come.norms), row: ROWS.b, role: 'value' as const },
    { ...of('dot', '$a \\cdot b$', come.dot), row: ROWS.products },
    { ...of('cosine', '$\\cos\\theta$', come.cosine), row: ROWS.cosine },
    { ...of('angle', '$\\theta$ in °', come.angle), row: ROWS.angle, format: degrees },
  ].map(({ row, says, ...drawn }) => {
    const box = place.result(row);
    return svg`
      <text class="sign" x=${box.x - SIGN / 2} y=${box.y + box.height / 2}
        font-size="16">${svgText(`${says} $=$`)}</text>
      ${cell(box, { role: 'activation', style: 'short', ...drawn })}`;
  });
}

/** What changes and what stays when the first arrow is stretched. */
function stretched(model: Model, unfolding: Unfolding, place: Ledger) {
  const fraction = unfolding.progress('stretch');
  if (fraction === 0) return nothing;
  const { stretch, norm_a, dot, cosine } = model;
  const all = [
    { row: ROWS.a, part: 'longer_norm', value: stretch * norm_a },
    { row: ROWS.products, part: 'longer_dot', value: stretch * dot },
    { row: ROWS.cosine, part: 'longer_cosine', value: cosine },
  ];
  const { x, width } = place.stretched(ROWS.a);
  return svg`
    <text class="block-name role-input" x=${x + width / 2} y="16" font-size="16">${svgText(`$a' = ${stretch}a$`)}</text>
    ${all.map(({ row, part, value }) =>
      cell(place.stretched(row), {
        ...{ value, part, role: row === ROWS.a ? 'input' : 'activation', style: 'short' },
        visible: landed(fraction),
      }),
    )}`;
}

/** The numbers on their way to what is made of them. */
function motions(model: Model, unfolding: Unfolding, place: Ledger) {
  const { a, b, norm_a, norm_b, dot, cosine } = model;
  const on = (step: string): number => unfolding.progress(step, 0, LANDS);
  const entries = (values: readonly number[], row: number) =>
    values.map((x, i) => carried(on('norms'), [place.entry(row, i), place.result(row)], x));
  const divided = [dot, norm_a, norm_b].map((x, i) => {
    const from = [ROWS.products, ROWS.a, ROWS.b][i];
    return carried(on('cosine'), [place.result(from), place.result(ROWS.cosine)], x);
  });
  const grown = [norm_a, dot, cosine].map((x, i) => {
    const row = [ROWS.a, ROWS.products, ROWS.cosine][i];
    return carried(on('stretch'), [place.result(row), place.stretched(row)], x);
  });
  return svg`
    ${entries(a, ROWS.a)} ${entries(b, ROWS.b)} ${divided} ${grown}
    ${carried(on('angle'), [place.result(ROWS.cosine), place.result(ROWS.angle)], cosine)}`;
}
