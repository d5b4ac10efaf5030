import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { dots, line } from '../../stage/kit/marks';
import { print } from '../../math/format';
import { lossText } from '../../train/curve';
import { fatesInWords, hasLearned, LEARNED, variedNames, type Fate } from '../../train/fates';
import type { Settings } from '../../train/settings';
import { isOpen, valueOf } from '../../train/variation';
import { fatesLayout, type FatesLayout, type Placed, type Room } from './fates-layout';
import { percent } from './words';

export interface FatesOf {
  readonly fates: readonly Fate[];
  readonly step: number;
  readonly settings: Settings;
  /** They are still being trained. */
  readonly going: boolean;
  /** Room for the picture: its type is as large as that of the page. */
  readonly room: Room;
  /** Which of them the keys stand at, as they lie in the picture. */
  readonly at: number;
  walk(at: number): void;
  open(fate: Fate): void;
}

/** How far from a point it can be pressed, in units of the picture: as a finger needs it. */
const REACH = 18;

/** What became of the networks: in a sentence, and each as a point that opens it. */
export function fatesView(of: FatesOf): TemplateResult {
  const { fates, step, settings, going } = of;
  const layout = fatesLayout(fates, settings, of.room);
  const { placed, width, height, plot } = layout;
  const at = Math.min(of.at, placed.length - 1);
  const press = (event: MouseEvent): void => {
    const part = pressed(layout, event);
    if (part === undefined) return;
    of.walk(part);
    of.open(placed[part].fate);
  };
  const onKey = (event: KeyboardEvent): void => {
    const last = placed.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Enter') of.open(placed[at].fate);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    of.walk(Math.max(0, Math.min(last, to)));
  };
  return html`<p class="finding" role=${going ? nothing : 'status'}>
      ${fatesInWords(fates, step, settings)}
    </p>
    <div
      class="fates"
      role="group"
      tabindex="0"
      aria-label="Losses of the networks. Arrow keys walk through them, Enter opens one."
      aria-describedby="train-fate"
      @click=${press}
      @keydown=${onKey}
    >
      <svg class="picture" viewBox="0 0 ${width} ${height}" aria-hidden="true">
        ${plot.axes} ${plot.inside(line(plot, layout.begun, { role: 'value', style: 'dashed' }))}
        ${marks(layout, settings)} ${ring(layout, placed[at])}
      </svg>
    </div>
    ${keyOf(layout)}
    <p class="fate" id="train-fate">
      ${inWords(placed[at].fate, settings)}
      <span class="hint">Press a point, or Enter, to open that network.</span>
    </p>`;
}

/** The point nearest to where the picture was pressed: their surroundings overlap. */
function pressed({ plot, placed }: FatesLayout, event: MouseEvent): number | undefined {
  const picture = (event.currentTarget as Element).querySelector('svg');
  const toPicture = picture?.getScreenCTM()?.inverse();
  if (!toPicture) return undefined;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toPicture);
  const far = placed.map(({ at }) => Math.hypot(plot.x(at[0]) - x, plot.y(at[1]) - y));
  const least = Math.min(...far);
  return least > REACH ? undefined : far.indexOf(least);
}

function marks({ plot, radius, placed }: FatesLayout, settings: Settings): unknown {
  const all = placed.map(({ fate, at }, i) => ({
    at,
    part: String(i),
    role: hasLearned(fate) ? ('activation' as const) : ('gradient' as const),
    open: isOpen(fate.member, settings),
  }));
  const going = all.filter((_, i) => placed[i].fate.ended === undefined);
  const ended = placed.flatMap(({ fate, at }, i): SVGTemplateResult[] =>
    fate.ended === undefined ? [] : [cross(plot.x(at[0]), plot.y(at[1]), radius, i)],
  );
  return [dots(plot, going, radius), ended];
}

const cross = (x: number, y: number, arm: number, part: number): SVGTemplateResult =>
  svg`<g class="ended" data-part=${part}>
    <circle class="reach" cx=${x} cy=${y} r="11" />
    <path d="M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}" />
  </g>`;

const ring = ({ plot, radius }: FatesLayout, { at: [x, y] }: Placed): SVGTemplateResult =>
  svg`<circle class="current" cx=${plot.x(x)} cy=${plot.y(y)} r=${radius + 4} />`;

function keyOf({ placed, begun }: FatesLayout): TemplateResult {
  const ended = placed.some(({ fate }) => fate.ended !== undefined);
  return html`<p class="curve-key" aria-hidden="true">
    <span class="role-activation">● at least ${100 * LEARNED} % right</span>
    <span class="role-gradient">● fewer</span>
    ${ended ? html`<span>× its numbers ended</span>` : nothing}
    ${begun.length > 0 ? html`<span class="role-value">- - before the first step</span>` : nothing}
  </p>`;
}

/** `Learning rate 0.1: loss 0.035, 97 % right.` */
function inWords({ member, loss, right, ended }: Fate, { vary }: Settings): string {
  const name = vary === 'weights' ? 'network' : variedNames[vary].one;
  const who = `${name[0].toUpperCase()}${name.slice(1)} ${print(valueOf(member, { vary }))}`;
  return ended === undefined
    ? `${who}: loss ${lossText(loss)}, ${percent(right)} right.`
    : `${who}: its numbers ended after step ${ended}.`;
}
