import {
  barredRow,
  boxAround,
  boxAt,
  dragVector,
  handle,
  landed,
  matrix,
  nothing,
  outline,
  picture,
  show,
  svg,
  svgText,
  type BarredRow,
  type Frame,
  type Role,
  type Stage,
  type Unfolding,
  type View,
} from '../../../src/author';
import { layout, type Group, type Layout, type Named } from './layout';
import { LOGIT, type Givens, type Model } from './model';
import { motion } from './motion';
import './view.css';

/** Logits, probabilities, Jacobian and gradient below each other, one column for each class. */
export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** A group narrower than this has room for a symbol and what came out, not for a name as well. */
const ROOMY = 250;

function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const { logits, target, p, grad, jacobian, loss, slope } = model;
  const at = layout(logits.length, frame);
  const pressed = dragVector(frame.stage, 'logits', logits, { ...LOGIT, step: 0.1 });
  const row = (group: Group, of: Omit<BarredRow, 'boxes' | 'top'>, step?: string) => {
    const visible = step ? landed(unfolding.sweep(step, 0, 1)) : 1;
    return barredRow({
      ...{ ...of, top: group.top, grown: visible },
      boxes: of.values.map((_, i) => boxAt(at.row(group), 0, i)),
      cell: (i) => ({ visible, ...of.cell?.(i) }),
    });
  };
  const name = ({ x, title }: Named, text: string, short = text) =>
    svg`<text class="block-left" x=${x} y=${title} font-size="16">${svgText(at.wide < ROOMY ? short : text)}</text>`;
  const found = ({ x, title }: Named, part: string, step: string, text: string, role?: Role) =>
    unfolding.shown(step)
      ? svg`<text class=${role ? `block-right role-${role}` : 'block-right'} data-part=${part}
          x=${x + at.wide} y=${title} font-size="16">${svgText(text)}</text>`
      : nothing;
  return {
    height: at.height,
    content: svg`
      ${heads(model, at, frame)}
      ${name(at.logits, 'logits $z$')}
      ${row(at.logits, {
        ...{ id: 'logits', values: logits, role: 'input', style: 'short' },
        domain: [Math.min(0, ...logits), Math.max(1, ...logits)],
        cell: (i) => ({ pressed: (event) => pressed(event, i) }),
      })}
      ${name(at.p, 'probabilities $p$', '$p$')}
      ${found(at.p, 'loss', 'loss', `loss $L$ = ${show(loss)}`, 'gradient')}
      ${row(at.p, { id: 'p', values: p, role: 'activation', style: 'share', tint: 'share', full: 1, domain: [0, 1] }, 'p')}
      ${name(at.jacobian, 'Jacobian $J$', '$J$')}
      ${found(at.jacobian, 'slope', 'chain', `$\\partial L/\\partial p_y$ = ${show(slope)}`)}
      ${logits.map((_, j) => {
        const { x, y, height } = boxAt(at.grid, j, 0);
        return svg`<text class="block-right" x=${x - 8} y=${y + height / 2 + 5} font-size="14"
          >${svgText(`$p_${j}$`)}</text>`;
      })}
      ${matrix(at.grid, {
        values: jacobian,
        full: 0.25,
        part: (j, i) => `jacobian.${j}.${i}`,
        visible: (j) => landed(unfolding.sweep('jacobian', j, logits.length)),
      })}
      ${unfolding.shown('contract') ? outline(boxAround(at.grid, { i: target, rows: 1 }), 'value') : nothing}
      ${name(at.grad, 'gradient $\\nabla_z L$')}
      ${found(at.grad, 'sum', 'balance', 'sum 0')}
      ${row(at.grad, { id: 'grad', values: grad, role: 'gradient', full: 1, domain: [-1, 1] }, 'contract')}
      ${motion(model, unfolding, at)}`,
  };
}

/** The classes, and the mark of the right one, which is dragged to another. */
function heads({ logits, target }: Model, at: Layout, { stage }: Frame<Givens>) {
  const { head } = at;
  const grid = at.row(at.logits);
  const middle = (i: number): number => boxAt(grid, 0, i).x + grid.cell.width / 2;
  return svg`
    ${logits.map(
      (
        _,
        i,
      ) => svg`<text class=${i === target ? 'block-name role-value' : 'block-says'} x=${middle(i)}
        y=${head + 16} font-size="14">${i === target ? 'target' : `class ${i}`}</text>`,
    )}
    ${handle({
      ...{ stage, name: 'target', from: target, along: 'x', changes: 'the right class' },
      ...{ role: 'value', part: 'target', x: middle(target), y: head + 34 },
      range: { min: 0, max: logits.length - 1, step: 1 },
      to: (dx) => target + dx / (grid.cell.width + grid.gap),
    })}`;
}
