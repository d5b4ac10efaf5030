import {
  chevron,
  dragSteps,
  nothing,
  svg,
  svgText,
  type Frame,
  type Role,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import type { Givens, Model } from './model';

/** A factor, a summand or a result of the count. */
interface Term {
  /** The sign before it. */
  readonly sign: string;
  readonly name: string;
  readonly value: number;
  readonly part: string;
  readonly role?: Role;
  readonly visible?: number;
  /** The given behind it, to be dragged. */
  readonly given?: 'in_channels' | 'kernel' | 'filters';
}

const WIDTH = 92;
const HEIGHT = 48;
const SIGN = 34;
/** Above a box, for its name. */
const HEAD = 34;

/** Ends of the givens that can be dragged here. */
const ranges = {
  in_channels: { min: 1, max: 1024, step: 1 },
  kernel: { min: 1, max: 11, step: 1 },
  filters: { min: 1, max: 1024, step: 1 },
} as const;

function termsOf(model: Model, unfolding: Unfolding): readonly Term[][] {
  const { seen, kernel, filters, per_filter, params, bias, groups } = model;
  const one: Term[] = [
    {
      sign: '',
      name: groups === 1 ? 'channels' : 'of a group',
      value: seen,
      part: 'in_channels',
      role: 'input',
      given: 'in_channels',
    },
    { sign: '×', name: 'wide', value: kernel, part: 'kernel', role: 'weight', given: 'kernel' },
    { sign: '×', name: 'high', value: kernel, part: 'kernel', role: 'weight', given: 'kernel' },
    ...(bias
      ? [{ sign: '+', name: 'bias', value: 1, part: 'bias', visible: unfolding.progress('bias') }]
      : []),
    {
      sign: '=',
      name: 'a filter',
      value: per_filter,
      part: 'per_filter',
      role: 'weight',
      visible: unfolding.progress('bias', 0.5, 1),
    },
  ];
  const all: Term[] = [
    {
      sign: '×',
      name: 'filters',
      value: filters,
      part: 'filters',
      role: 'activation',
      given: 'filters',
    },
    {
      sign: '=',
      name: 'in all',
      value: params,
      part: 'params',
      visible: unfolding.progress('params', 0.6, 1),
    },
  ];
  return [one, all];
}

/** The count as an equation, on one line or on two. */
export function equation(
  model: Model,
  unfolding: Unfolding,
  { stage, width }: Frame<Givens>,
): { readonly height: number; readonly content: SVGTemplateResult } {
  const [one, all] = termsOf(model, unfolding);
  const whole = [...one, ...all];
  const lines = lengthOf(whole, WIDTH) <= width - 12 ? [whole] : [one, all];
  const box = Math.min(
    WIDTH,
    ...lines.map((line) => (width - 12 - SIGN * line.length) / line.length),
  );
  const content = lines.map((line, n) => {
    const left = (width - lengthOf(line, box)) / 2;
    return line.map((term, i) => {
      const x = left + i * (box + SIGN) + SIGN;
      return draw(term, { x, y: HEAD + n * (HEIGHT + HEAD), width: box }, stage, model);
    });
  });
  return { height: lines.length * (HEAD + HEIGHT), content: svg`${content}` };
}

const lengthOf = (line: readonly Term[], box: number): number => line.length * (box + SIGN);

function draw(
  { sign, name, value, part, role, visible = 1, given }: Term,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  stage: Frame<Givens>['stage'],
  model: Model,
): SVGTemplateResult {
  const press =
    given === undefined
      ? undefined
      : dragSteps<Givens>({ stage, name: given, from: model[given], range: ranges[given] });
  const text = String(value);
  const size = Math.max(14, Math.min(24, (width - 8) / (0.64 * text.length)));
  return svg`<text class="sign" x=${x - SIGN / 2} y=${y + HEIGHT / 2} font-size="22">${sign}</text>
    <g class=${press ? 'cell draggable' : 'cell'} data-part=${part} transform="translate(${x} ${y})"
      @pointerdown=${press ?? nothing}>
      <text class=${role ? `block-name role-${role}` : 'block-name'} x=${width / 2} y="-9"
        font-size="15">${svgText(name)}</text>
      <rect class="cell-box" width=${width} height=${HEIGHT} rx="8" />
      ${
        visible > 0
          ? svg`<text class="cell-number" x=${width / 2} y=${HEIGHT / 2} font-size=${size}
              opacity=${visible}>${text}</text>`
          : nothing
      }
      ${press ? cue(width) : nothing}
    </g>`;
}

/** Two small arrows in the corner: this number can be dragged. */
const cue = (width: number): SVGTemplateResult => svg`<g class="drag-cue">
  ${chevron(width - 8, 6, { way: 'up', deep: 5, wide: 4 })}
  ${chevron(width - 8, HEIGHT - 6, { way: 'down', deep: 5, wide: 4 })}
</g>`;
