import type { nothing } from '../../../src/author';
import {
  graph,
  handle,
  picture,
  svg,
  type Frame,
  type Graph,
  type Stage as PictureStage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { cards, statuses } from './cards';
import { layoutOf, type Layout } from './layout';
import type { Givens, Model } from './model';
import { race } from './race';
import { STAGES, type Stage } from './recording';
import { methods } from './methods';
import './view.css';

export const view = (stage: PictureStage<Givens>): View<Model> => picture(stage, draw);

/** The chain above; below it what passes through it, what it offers, or the three calls. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(frame);
  const id = unfolding.steps[Math.ceil(unfolding.t - 1e-9) - 1]?.id;
  const panel = (): { content: SVGTemplateResult; height: number } => {
    if (id === 'interface') return methods(model, unfolding, layout.panel);
    if (id === 'race') return race(model, unfolding, layout.panel, frame.stage);
    if (id === 'throws') return statuses(model, unfolding, layout.panel);
    return cards(model, unfolding, layout.panel);
  };
  const { content, height } = panel();
  return {
    height: layout.panel.y + height,
    content: svg`${sequence(model, unfolding, layout)}
      ${graph(graphOf(model, unfolding, layout, id === 'throws'))}
      ${marker(model, layout, frame)} ${content}`,
  };
}

/** The outline of what the pipe builds, named once that is known. */
function sequence({ type }: Model, unfolding: Unfolding, { chain }: Layout): SVGTemplateResult {
  const built = unfolding.progress('pipe');
  return svg`<g class=${built === 1 ? 'pipe-chain built' : 'pipe-chain'} data-part="chain">
    <rect x=${chain.x} y=${chain.y} width=${chain.width} height=${chain.height} rx="14" />
    <text x=${chain.x + 12} y=${chain.y + 20} font-size="14" opacity=${built}>
      ${built > 0 ? type : ''}</text>
  </g>`;
}

const ROLES = { prompt: 'input', model: 'weight', parser: 'activation' } as const;

function graphOf(
  { recording, throws }: Model,
  unfolding: Unfolding,
  { places, nodeWidth, ends }: Layout,
  broken: boolean,
): Graph {
  const way = ends ? ['input', ...STAGES, 'output'] : [...STAGES];
  const come = (i: number): number => unfolding.sweep('travel', i, 4);
  const reached = unfolding.progress('throws');
  const { ran } = recording.broken;
  const state = (stage: Stage): 'idle' | 'active' | 'done' => {
    if (broken)
      return ran.includes(stage) && reached === 1 ? (stage === throws ? 'active' : 'done') : 'idle';
    const at = come(STAGES.indexOf(stage) + 1);
    return at > 0 && at < 0.5 ? 'active' : 'idle';
  };
  const edges = way.slice(1).map((to, i) => ({ from: way[i], to }));
  return {
    nodes: way.map((id) => {
      const stage = STAGES.find((each) => each === id);
      return stage
        ? { id, label: id, role: ROLES[stage], part: `stage.${id} stages`, state: state(stage) }
        : { id, label: id };
    }),
    edges,
    places,
    nodeWidth,
    travels: broken
      ? []
      : edges.map(({ from, to }, i) => {
          const value = recording.passed[ends ? i : i + 1];
          const at = come(ends ? i : i + 1);
          return { from, to, value: value.type, fraction: (at - 0.4) / 0.6 };
        }),
  };
}

/** Under the chain: dragged to another part, it says which one throws in the last step. */
function marker(
  { throws }: Model,
  { places, chain }: Layout,
  { stage }: Frame<Givens>,
): SVGTemplateResult | typeof nothing {
  const [first, second] = STAGES.map((each) => places.get(each)!.x);
  const from = STAGES.indexOf(throws);
  const { x } = places.get(throws)!;
  const y = chain.y + chain.height + 18;
  return svg`<text class="block-says" x=${x} y=${y + 28} font-size="14">will throw at the end</text>
    ${handle<{ throws: number }>({
      stage: {
        edit: (changes, commit) => stage.edit({ throws: STAGES[changes.throws ?? from] }, commit),
      },
      name: 'throws',
      from,
      range: { min: 0, max: STAGES.length - 1, step: 1 },
      to: (dx) => from + dx / (second - first),
      x,
      y,
      along: 'x',
      changes: 'which part throws',
      role: 'gradient',
    })}`;
}

/** What is in the picture and in no line of the solution, as far as it is unfolded. */
export function describe({ recording, throws }: Model, unfolding: Unfolding): string {
  const { by, passed, invoked, batched, streamed, broken } = recording;
  const said: string[] = [];
  if (unfolding.shown('travel') && by) said.push(`The message came from ${by}, your own model.`);
  if (unfolding.shown('travel'))
    said.push(...passed.map(({ type, content }) => `${type}: ${content}.`));
  if (unfolding.shown('race'))
    said.push(
      `Of one call of invoke the answer comes after ${invoked.at} ticks, of a batch of ${batched.length} after ${batched[0].at}; a stream begins after ${streamed[0].at}.`,
    );
  if (unfolding.shown('throws'))
    said.push(`The ${throws} throws: ${broken.message} Begun: ${broken.ran.join(', ')}.`);
  return said.join(' ');
}
