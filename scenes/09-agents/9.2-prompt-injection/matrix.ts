import {
  cellByKey,
  svg,
  type Box,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import {
  alike,
  ATTACK_NAMES,
  isAt,
  leakOf,
  NAMES,
  type Givens,
  type Leak,
  type Model,
} from './model';
import { ATTACKS, countOf, DEFENCES, SETTINGS, type Outcome, type Switches } from './recording';

interface Room extends Box {
  readonly stage: Stage<Givens>;
}

const MARGIN = 14;
const LABEL = 146;
const LEGEND = 34;
const HEAD = 24;
const ROW = { least: 20, most: 56 };

const LEAKS: Readonly<Record<Leak, readonly [kind: string, label: string]>> = {
  yes: ['leak', 'leaks'],
  'less likely': ['less', 'less likely'],
  no: ['held', 'held'],
};

/**
 * A row for each attack, a column for each setting, the fewer switches on the further left; below,
 * which of them are on. A cell that is pressed becomes the present setting: Tab reaches the present
 * one, the arrows the others.
 */
export function matrix(
  model: Model,
  unfolding: Unfolding,
  { x, y, width, height, stage }: Room,
): { content: SVGTemplateResult; height: number } {
  const rows = ATTACKS.length + DEFENCES.length;
  const pitch = (width - 2 * MARGIN - LABEL) / SETTINGS.length;
  const row = Math.max(ROW.least, Math.min(ROW.most, (height - LEGEND - HEAD) / rows));
  const top = y + LEGEND + HEAD;
  const left = x + MARGIN;
  const gap = Math.min(3, pitch / 5);
  const come = unfolding.progress('matrix');
  const boxAt = (column: number, line: number): Box => ({
    x: left + LABEL + column * pitch,
    y: top + line * row,
    width: pitch - gap,
    height: row - gap,
  });
  const cell = (outcome: Outcome): SVGTemplateResult => {
    const { attack, switches } = outcome;
    const column = SETTINGS.findIndex((each) => alike(each, switches));
    const line = ATTACKS.indexOf(attack);
    const box = boxAt(column, line);
    const [kind, said] = LEAKS[leakOf(outcome)];
    const here = isAt(outcome, model);
    if (column >= come * SETTINGS.length) return svg``;
    return svg`<rect class=${here ? `${kind} here` : kind} x=${box.x} y=${box.y}
      width=${box.width} height=${box.height} rx="3" role="button" tabindex=${here ? 0 : -1}
      data-cell=${`${line}.${column}`} aria-pressed=${String(here)}
      aria-label=${`${ATTACK_NAMES[attack]}, ${settingName(switches)}: ${said}`}
      @click=${() => stage.edit({ attack, ...switches }, true)} />`;
  };
  const label = (text: string, line: number): SVGTemplateResult =>
    svg`<text x=${left} y=${top + (line + 0.5) * row - gap / 2} font-size="14">${text}</text>`;
  return {
    height: top + rows * row - y + 14,
    content: svg`<g class="injection-matrix" data-part="matrix">
      ${Object.values(LEAKS).map(
        (
          [kind, said],
          i,
        ) => svg`<rect class=${kind} x=${left + i * 110} y=${y + 4} width="16" height="16" rx="3" />
          <text x=${left + i * 110 + 24} y=${y + 12} font-size="14">${said}</text>`,
      )}
      <text x=${left} y=${top - HEAD / 2} font-size="14">switches on</text>
      ${Array.from({ length: DEFENCES.length + 1 }, (_, on) => {
        const first = SETTINGS.findIndex((each) => countOf(each) === on);
        const last = SETTINGS.findLastIndex((each) => countOf(each) === on);
        const middle = (boxAt(first, 0).x + boxAt(last + 1, 0).x - gap) / 2;
        return svg`<text class="count" x=${middle} y=${top - HEAD / 2} font-size="14">${on}</text>`;
      })}
      <g role="group" aria-label="every attack against every setting" @keydown=${onKey}>
        ${model.recording.map(cell)}
      </g>
      ${ATTACKS.map((attack, i) => label(ATTACK_NAMES[attack], i))}
      ${DEFENCES.map((name, i) => label(NAMES[name], ATTACKS.length + i))}
      ${SETTINGS.flatMap((switches, column) =>
        DEFENCES.map((name, i) => {
          const box = boxAt(column, ATTACKS.length + i);
          return switches[name]
            ? svg`<circle cx=${box.x + box.width / 2} cy=${box.y + box.height / 2} r=${Math.min(5, pitch * 0.34)} />`
            : '';
        }),
      )}
    </g>`,
  };
}

/** The switches that are on, in words. */
const settingName = (switches: Switches): string =>
  DEFENCES.filter((name) => switches[name])
    .map((name) => NAMES[name])
    .join(', ') || 'no defence';

/** The arrows lead from cell to cell; Enter and the space bar choose one. */
function onKey(event: KeyboardEvent): void {
  const cell = event.target as SVGElement;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const [line, column] = cell.dataset.cell!.split('.').map(Number);
  const to = cellByKey([line, column], event.key, [ATTACKS.length, SETTINGS.length]);
  if (event.key === 'Enter' || event.key === ' ') cell.dispatchEvent(new MouseEvent('click'));
  else if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  if (to) cell.parentElement?.querySelector<SVGElement>(`[data-cell="${to.join('.')}"]`)?.focus();
}
