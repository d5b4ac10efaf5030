import {
  nothing,
  picture,
  svg,
  tokenRow,
  type Frame,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { HEAD, layoutOf, lineOf, PADDING, type Layout, type Station } from './layout';
import { matrix } from './matrix';
import { NAMES, type Givens, type Model } from './model';
import type { Defence, Leg } from './recording';
import { piecesOf, sources } from './sources';
import './view.css';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The way of the order, or every attack against every setting. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const room = { x: 0, y: 8, width: frame.width, height: frame.height - 14 };
  if (unfolding.t > unfolding.at('matrix') - 1 + 1e-9)
    return matrix(model, unfolding, { ...room, stage: frame.stage });
  const layout = layoutOf(model, unfolding, room);
  return {
    height: layout.height + 14,
    content: svg`${layout.stations.map((station) => drawStation(station, model, unfolding, layout))}
      ${layout.stations.slice(1).map((to, i) => drawLeg(layout.stations[i], to, { model, unfolding, frame }))}`,
  };
}

const come = (leg: Leg | undefined, unfolding: Unfolding): number =>
  leg === undefined ? 1 : unfolding.progress(leg);

function drawStation(
  { title, part, lines, box: { x, y, width, height }, leg }: Station,
  { leaked }: Model,
  unfolding: Unfolding,
  { size }: Layout,
): SVGTemplateResult {
  const shown = come(leg, unfolding);
  const alarm = leg === 'act' && shown === 1 && leaked !== 'no';
  return svg`<g class=${`injection-station${shown === 0 ? ' open' : alarm ? ' alarm' : ''}`} data-part=${part}>
    <rect x=${x} y=${y} width=${width} height=${height} rx="8" />
    <text class="title" x=${x + PADDING} y=${y + 16} font-size="14">${title}</text>
    ${
      shown > 0
        ? lines.map(
            ({ text, order }, i) => svg`<text class=${order ? 'role-gradient order' : nothing}
              opacity=${shown} x=${x + PADDING} y=${y + HEAD + lineOf(size) * (i + 0.75)}
              font-size=${size}>${text}</text>`,
          )
        : nothing
    }
  </g>`;
}

/** What stands in the way on each leg. Sanitising looks at what comes in and at what goes out. */
const GATES: Readonly<Record<Leg, readonly Defence[]>> = {
  read: ['sanitise', 'isolation'],
  call: ['untrusted_data'],
  act: ['least_privilege', 'approval', 'sanitise'],
};

const LEG_INDEX: Readonly<Record<Leg, number>> = { read: 0, call: 1, act: 2 };

interface Scene {
  readonly model: Model;
  readonly unfolding: Unfolding;
  readonly frame: Frame<Givens>;
}

/** From a station to the next: the gates, which can be pressed, and the order as far as it gets. */
function drawLeg(from: Station, to: Station, { model, unfolding, frame }: Scene) {
  const leg = to.leg!;
  const { cut } = model.here.runs[0];
  const reach = !cut ? 1 : Math.sign(LEG_INDEX[cut.leg] - LEG_INDEX[leg]) / 2 + 0.5;
  const at = Math.min(come(leg, unfolding), reach);
  const x = from.box.x - 14;
  const [top, bottom] = [from, to].map(({ box }) => box.y + box.height / 2);
  const gate = (from.box.y + from.box.height + to.box.y) / 2;
  // Halfway is where the gate stands.
  const tip = at <= 0.5 ? top + (gate - top) * 2 * at : gate + (bottom - gate) * (2 * at - 1);
  const stopped = reach === 0.5 && come(leg, unfolding) === 1;
  return svg`
    <path class="injection-rail" d=${`M${from.box.x} ${top}H${x}V${bottom}H${to.box.x}`} />
    ${at > 0 ? svg`<path class="injection-way" d=${`M${from.box.x} ${top}H${x}V${tip}${at === 1 ? `H${to.box.x}` : ''}`} />` : nothing}
    ${at > 0 && at < 1 && !stopped ? svg`<circle class="injection-tip" cx=${x} cy=${tip} r="7" />` : nothing}
    ${stopped ? svg`<path class="injection-stop" d=${`M${x - 10} ${gate}h20`} />` : nothing}
    ${tokenRow({
      x: from.box.x,
      y: gate - 16,
      size: 14,
      width: from.box.width,
      tokens: GATES[leg].map((name) => ({
        text: stopped && cut?.by === name ? `✂ ${NAMES[name]}` : NAMES[name],
        selected: model[name],
        part: `defences.${name}`,
      })),
      choose: (i) => frame.stage.edit({ [GATES[leg][i]]: !model[GATES[leg][i]] }, true),
    })}`;
}

/** What the stations say, as far as they are unfolded. */
export function describe({ attack, here }: Model, unfolding: Unfolding): string {
  const spoken = (text: string): string =>
    piecesOf(text)
      .map((piece) => (piece.order ? `order “${piece.text}”` : piece.text))
      .join(' ');
  const { page, calendar } = sources[attack];
  const [run] = here.runs;
  const said = [`From outside: ${spoken(page)} ${spoken(calendar)}`];
  if (unfolding.shown('read')) said.push(`The model reads: ${spoken(run.read)}`);
  if (unfolding.shown('call')) said.push(`It wants: ${run.call}`);
  if (unfolding.shown('act')) said.push(`What leaves: ${run.left ?? 'nothing'}.`);
  return said.join(' ');
}
