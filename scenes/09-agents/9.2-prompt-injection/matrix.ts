import { svg, type Box, type SVGTemplateResult, type Unfolding } from '../../../src/author';
import { isOn, leakOf, NAMES, type Leak, type Model } from './model';
import { ATTACKS, DEFENCES, type Outcome } from './recording';

const LABEL = 150;
const LINE = 20;
const LEGEND = 34;

const CLASSES: Readonly<Record<Leak, string>> = {
  yes: 'leak',
  'less likely': 'less',
  no: 'held',
};

/** A row for each attack, a column for each setting of the switches; below, which of them are on. */
export function matrix(
  model: Model,
  unfolding: Unfolding,
  { x, y, width, height: room }: Box,
): { content: SVGTemplateResult; height: number } {
  const count = 2 ** DEFENCES.length;
  // Where they do not fit side by side, the settings stand in two blocks.
  const blocks = width < 440 ? 2 : 1;
  const across = count / blocks;
  const pitch = (width - LABEL) / across;
  const spare = (room - LEGEND) / blocks - LINE * (ATTACKS.length + DEFENCES.length) - 24;
  const line = LINE + Math.max(0, Math.min(10, spare / (ATTACKS.length + DEFENCES.length)));
  const tall = line * (ATTACKS.length + DEFENCES.length) + 24;
  const come = unfolding.progress('matrix');
  const at = (column: number, row: number): Box => ({
    x: x + LABEL + (column % across) * pitch + 1,
    y: y + LEGEND + Math.floor(column / across) * tall + row * line,
    width: pitch - 2,
    height: line - 4,
  });
  const columns = model.recording.slice(0, count).map(({ switches }) => switches);
  const drawn = (outcome: Outcome, column: number, row: number): SVGTemplateResult => {
    const here = outcome.attack === model.attack && isOn(outcome.switches, model);
    const box = at(column, row);
    const leak = CLASSES[leakOf(outcome)];
    return svg`<rect class=${`${leak}${here ? ' here' : ''}`} x=${box.x} y=${box.y}
      width=${box.width} height=${box.height} rx="3" opacity=${column / count < come ? 1 : 0} />`;
  };
  return {
    height: LEGEND + blocks * tall,
    content: svg`<g class="injection-matrix" data-part="matrix">
      ${(['yes', 'less likely', 'no'] as const).map(
        (
          leak,
          i,
        ) => svg`<rect class=${CLASSES[leak]} x=${x + i * 120} y=${y + 2} width="16" height="16" rx="3" />
          <text x=${x + i * 120 + 24} y=${y + 10} font-size="14">${['leaks', 'less likely', 'held'][i]}</text>`,
      )}
      ${Array.from({ length: blocks }, (_, block) => [
        ...ATTACKS.map((attack, row) => label(attack, x, at(block * across, row))),
        ...DEFENCES.map((name, i) => label(NAMES[name], x, at(block * across, ATTACKS.length + i))),
      ])}
      ${model.recording.map((outcome, i) => drawn(outcome, i % count, Math.floor(i / count)))}
      ${columns.flatMap((switches, column) =>
        DEFENCES.map((name, i) => {
          const box = at(column, ATTACKS.length + i);
          return switches[name]
            ? svg`<circle cx=${box.x + box.width / 2} cy=${box.y + box.height / 2} r="3.5" />`
            : '';
        }),
      )}
    </g>`,
  };
}

const label = (text: string, x: number, { y, height }: Box): SVGTemplateResult =>
  svg`<text x=${x} y=${y + height / 2} font-size="14">${text}</text>`;
