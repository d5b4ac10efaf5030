import {
  graph,
  handle,
  picture,
  svg,
  type Box,
  type Frame,
  type Graph,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { layoutOf, type Layout } from './layout';
import { MOST, type Entry, type Stepped } from './messages';
import { diff, type Change, type Givens, type Model } from './model';
import { moving, row, slot } from './row';

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** What the picture shows: which run, and how far it has come. */
interface Scene {
  readonly run: Stepped;
  readonly reducer: boolean;
  /** How far the node has run. */
  readonly node: number;
  /** How far its update has entered the state. */
  readonly enters: number;
}

function sceneAt({ runs, reducer }: Model, unfolding: Unfolding): Scene {
  const id = unfolding.steps[Math.ceil(unfolding.t - 1e-9) - 1]?.id ?? 'node';
  if (id === 'node')
    return { run: runs.with, reducer, node: unfolding.progress('node'), enters: 0 };
  const run = runs[id as keyof Model['runs']]!;
  return { run, reducer: id !== 'without', node: 1, enters: unfolding.progress(id) };
}

/** The graph above, and below its nodes the state before, the update and the state after. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const scene = sceneAt(model, unfolding);
  const layout = layoutOf(model, frame);
  const { run, node, enters } = scene;
  const { before, update, after } = layout.columns;
  const own = run === model.runs.with || run === model.runs.without;
  return {
    height: layout.height,
    content: svg`
      ${graph(graphOf(scene, layout))}
      ${heading(before, 'before', messages(run.before.length))}
      ${heading(update, 'returned', node === 1 ? messages(run.update.length) : '')}
      ${heading(after, 'after', enters === 1 ? messages(run.after.length) : '')}
      <g data-part="before">${run.before.map((entry, i) => row(layout.box(before, i), { entry, part: `before.${i}` }))}</g>
      <g data-part="update">${run.update.map((entry, i) => returned(entry, i, layout, node))}</g>
      <g data-part="after">${diff(run).map((change, i) => entering(change, i, layout, enters))}</g>
      ${own ? grip('history', model, before, layout, frame) : ''}
      ${own ? grip('returns', model, update, layout, frame) : ''}`,
  };
}

const messages = (count: number): string => `${count} ${count === 1 ? 'message' : 'messages'}`;

function graphOf(
  { run, reducer, node, enters }: Scene,
  { columns, places, nodeWidth }: Layout,
): Graph {
  const narrow = columns.before.width < 150;
  return {
    nodes: [
      { id: 'START', label: 'START' },
      {
        id: 'reply',
        label: 'reply',
        role: 'activation',
        part: 'reply',
        state: node === 0 ? 'idle' : node < 1 ? 'active' : 'done',
      },
      { id: 'END', label: 'END', state: enters === 1 ? 'done' : 'idle' },
    ],
    edges: [
      { from: 'START', to: 'reply' },
      {
        from: 'reply',
        to: 'END',
        part: 'reducer',
        ...(!narrow && { label: reducer ? 'add_messages' : 'no reducer' }),
      },
    ],
    places,
    nodeWidth,
    travels: [
      { from: 'START', to: 'reply', value: messages(run.before.length), fraction: 2 * node },
      { from: 'reply', to: 'END', value: messages(run.update.length), fraction: 1.6 * enters },
    ],
  };
}

const heading = (column: Box, title: string, says: string): SVGTemplateResult => {
  const middle = column.x + column.width / 2;
  return svg`<text class="block-name" x=${middle} y=${column.y - 30} font-size="16">${title}</text>
    <text class="block-says" x=${middle} y=${column.y - 10} font-size="14">${says}</text>`;
};

/** A message of the update comes out of the node; until it runs, its row stands empty. */
function returned(entry: Entry, i: number, layout: Layout, node: number): SVGTemplateResult {
  const to = layout.box(layout.columns.update, i);
  if (node <= 0.5) return slot(to);
  return row(moving(layout.node, to, 2 * node - 1), { entry, part: `update.${i}` });
}

/** A message on its way into the state after, from the state before or from the update. */
function entering(change: Change, i: number, layout: Layout, enters: number): SVGTemplateResult[] {
  const { before, update, after } = layout.columns;
  const { kind, entry, was, returned: from } = change;
  const to = layout.box(after, i);
  const part = `after.${i}`;
  const stays = Math.min(1, enters / 0.5);
  const comes = Math.max(0, (enters - 0.4) / 0.6);
  const arrived = enters === 1 ? kind : 'kept';
  return [
    ...(was === undefined || enters === 0 || (kind === 'replaced' && comes === 1)
      ? []
      : [
          row(moving(layout.box(before, was), to, stays), {
            entry,
            part,
            kind: kind === 'removed' && comes > 0.8 ? 'removed' : 'kept',
          }),
        ]),
    ...(from === undefined || comes === 0 || (kind === 'removed' && comes > 0.8)
      ? []
      : [row(moving(layout.box(update, from), to, comes), { entry, part, kind: arrived })]),
  ];
}

/** Below a column: dragged down, it has one message more. */
function grip(
  name: 'history' | 'returns',
  model: Model,
  column: Box,
  { box, pitch }: Layout,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  const count = model[name];
  const { x, y, width } = box(column, count);
  return handle({
    stage,
    name,
    from: count,
    range: { min: 0, max: MOST[name], step: 1 },
    to: (_, dy) => count + dy / pitch,
    x: x + width / 2,
    y: y + 18,
    along: 'y',
    changes: name === 'history' ? 'how many messages there are' : 'how many messages are returned',
    role: name === 'history' ? 'input' : 'activation',
  });
}

/** The messages of the state, and what became of them, as far as it is unfolded. */
export function describe(model: Model, unfolding: Unfolding): string {
  const { run, enters } = sceneAt(model, unfolding);
  const list = (entries: readonly Entry[]): string =>
    entries.map(({ id, text }) => `${id}, “${text}”`).join('; ') || 'nothing';
  const before = `In the state before: ${list(run.before)}.`;
  if (enters < 1) return before;
  const changes = diff(run).map(({ kind, entry }) => `${entry.id} ${kind}`);
  return `${before} In the state after: ${changes.join(', ') || 'nothing'}.`;
}
