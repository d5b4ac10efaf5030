import {
  graph,
  handle,
  messageBoxes,
  messageList,
  nothing,
  picture,
  svg,
  wrapped,
  type Box,
  type Frame,
  type Graph,
  type Message,
  type Stage,
  type SVGTemplateResult,
  type Unfolding,
  type View,
} from '../../../src/author';
import { layoutOf, type Layout, type Squares } from './layout';
import { edgeName, nodeName, range, type Givens, type Model } from './model';
import { momentAt, type Moment } from './moment';
import type { Said } from './recording';
import { square } from './square';

const PADDING = 12;
const LINE = 19;

export const view = (stage: Stage<Givens>): View<Model> => picture(stage, draw);

/** The graph, the script of its model, the steps that the limit allows, and what is being said. */
function draw(model: Model, unfolding: Unfolding, frame: Frame<Givens>) {
  const layout = layoutOf(model, frame);
  const moment = momentAt(model, unfolding);
  const { script, steps, messages } = layout;
  const { run, done, told } = moment;
  const over = done === run.steps.length && moment.fraction === 1;
  const error = told && over ? run.thrown : undefined;
  const failure = error
    ? wrapped(`${error.name}: ${error.message}`, messages.width - 2 * PADDING, 14)
    : [];
  const taken = error ? thrownHeight(failure) + 12 : 0;
  const below = { ...messages, y: messages.y + taken, height: messages.height - taken };
  return {
    height: Math.max(layout.height, messages.y + taken),
    content: svg`
      ${graph(graphOf(model, unfolding, moment, layout))}
      ${title(script, 'The scripted model asks for a tool, then it answers')}
      <g data-part="script">${script.boxes.map((box, i) => square(box, i < model.tool_rounds ? 'tools' : 'answer'))}</g>
      ${title(steps, 'Steps that the limit allows: A is the agent, T the tools')}
      <g data-part="steps limit">${steps.boxes.map((box, i) =>
        square(box, i < done ? run.steps[i].node : 'open', `step.${i}`, Boolean(error)),
      )}</g>
      ${grip('tool_rounds', model, script, frame)}
      ${grip('recursion_limit', model, steps, frame)}
      ${error ? thrown(messages, failure) : nothing}
      ${said(model, moment, below)}`,
  };
}

const title = ({ x, y }: Squares, text: string): SVGTemplateResult =>
  svg`<text class="block-says left" x=${x} y=${y - 8} font-size="14">${text}</text>`;

function graphOf(
  { recording: { shape } }: Model,
  unfolding: Unfolding,
  { run, done, fraction }: Moment,
  { places, nodeWidth, labelled }: Layout,
): Graph {
  const names = ['__start__', ...run.steps.map(({ node }) => node)];
  const begun = done > 0 || fraction > 0;
  const next = run.steps[done]?.node ?? (run.thrown ? undefined : '__end__');
  const active = begun && fraction >= 0.5 ? next : begun ? undefined : '';
  const routed = labelled && unfolding.shown('route');
  const label = (from: string, to: string): { label?: string } =>
    routed && from === 'agent' ? { label: to === 'tools' ? 'tool calls' : 'no tool calls' } : {};
  return {
    nodes: shape.nodes.map((id) => ({
      id,
      label: nodeName(id),
      part: id,
      ...(id === 'agent' && { role: 'activation' }),
      ...(id === 'tools' && { role: 'weight' }),
      state: id === active && (fraction < 1 || id === '__end__') ? 'active' : 'idle',
    })),
    edges: shape.edges.map(({ from, to, conditional }) => ({
      from,
      to,
      conditional,
      part: `edge.${from}.${to}`,
      ...label(from, to),
    })),
    places,
    nodeWidth,
    travels:
      begun && next !== undefined
        ? [
            {
              from: names[done],
              to: next,
              value: carried(run.steps[done - 1]?.said),
              fraction: 2 * fraction,
            },
          ]
        : [],
  };
}

/** What travels along an edge. */
function carried(said: Said | undefined): string {
  if (!said) return 'question';
  if (said.speaker === 'tools') return 'result';
  return said.text.startsWith('open') ? 'tool call' : 'answer';
}

const ROLES = { human: 'input', agent: 'activation', tools: 'weight' } as const;

/** The last messages of the state that there is room for, each result linked to its call. */
function said({ recording }: Model, { run, done }: Moment, { x, y, width, height }: Box) {
  const all: Said[] = [
    { speaker: 'human', text: recording.question },
    ...run.steps.slice(0, done).map((step) => step.said),
  ];
  const from = (first: number): Message[] =>
    all.slice(first).map(({ speaker, text }, i) => ({
      speaker,
      text,
      role: ROLES[speaker],
      ...(speaker === 'tools' && i > 0 && { cause: i - 1 }),
    }));
  const fits = (messages: readonly Message[]): boolean => {
    const last = messageBoxes({ messages, x, y, width }).at(-1);
    return last.y + last.height <= y + height;
  };
  const first = all.findIndex((_, i) => fits(from(i)));
  return first < 0 ? nothing : messageList({ messages: from(first), x, y, width });
}

/** The error that ended the run, in the library's own words. */
function thrown({ x, y, width }: Box, lines: readonly string[]): SVGTemplateResult {
  return svg`<g class="react-error">
    <rect x=${x} y=${y} width=${width} height=${thrownHeight(lines)} rx="8" />
    ${lines.map((line, i) => svg`<text x=${x + PADDING} y=${y + 22 + LINE * i} font-size="14">${line}</text>`)}
  </g>`;
}

const thrownHeight = (lines: readonly string[]): number => LINE * lines.length + 14;

/** At the end of a row of squares: dragged to the right, there is one more. */
function grip(
  name: keyof Givens,
  model: Model,
  { end, pitch }: Squares,
  { stage }: Frame<Givens>,
): SVGTemplateResult {
  return handle({
    stage,
    name,
    from: model[name],
    range: range[name],
    to: (dx) => model[name] + dx / pitch,
    ...end,
    along: 'x',
    changes: name === 'tool_rounds' ? 'how often the model asks for a tool' : 'the recursion limit',
    role: name === 'tool_rounds' ? 'weight' : 'value',
  });
}

/** The edges of the graph, and the run as far as it is unfolded. */
export function describe(model: Model, unfolding: Unfolding): string {
  const { run, done, fraction, told } = momentAt(model, unfolding);
  const edges = model.recording.shape.edges.map(edgeName).join(', ');
  const nodes = run.steps.slice(0, done).map(({ node }) => node);
  const ended = told && fraction === 1 ? (run.thrown?.message ?? 'It ended by itself.') : '';
  return `The edges: ${edges}. ${nodes.length > 0 ? `The run: ${nodes.join(', ')}. ${ended}` : ''}`.trim();
}
