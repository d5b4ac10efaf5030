import {
  graph,
  type Box,
  type Graph,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { shownAt } from './layout';
import { isTurn, type Played } from './rows';

/** Who has the messages once a line has come. */
const HOLDERS: Readonly<Record<string, string>> = {
  assistant: 'model',
  said: 'model',
  tool: 'tools',
  returns: 'answer',
};

/** The loop as a graph: who has the messages now, and what is on its way. */
export function loop(run: Played, unfolding: Unfolding, box: Box): SVGTemplateResult {
  const shown = run.rows.map((_, i) => shownAt(run, i, unfolding));
  const last = shown.findLastIndex((share) => share > 0);
  const state = (id: string) => (id === HOLDERS[run.rows[last][0]] ? 'active' : 'idle');
  return graph({
    nodes: [
      { id: 'model', label: 'model', role: 'activation', state: state('model') },
      { id: 'tools', label: 'tools', role: 'weight', state: state('tools') },
      { id: 'answer', label: 'answer', role: 'value', state: state('answer') },
    ],
    edges: [
      { from: 'model', to: 'tools', label: 'tool calls' },
      { from: 'tools', to: 'model', label: 'results' },
      { from: 'model', to: 'answer' },
    ],
    places: new Map([
      ['model', { x: box.x + box.width / 2, y: box.y + 30 }],
      ['tools', { x: box.x + 46, y: box.y + box.height - 30 }],
      ['answer', { x: box.x + box.width - 46, y: box.y + box.height - 30 }],
    ]),
    nodeWidth: 92,
    travels: travelsOf(run, last, shown[last]),
  });
}

/** What is on its way while a line comes: a call to the tools, results to the model, or the answer. */
function travelsOf({ rows }: Played, i: number, fraction: number): Graph['travels'] {
  const [role] = rows[i];
  if (role === 'tool') return [{ from: 'model', to: 'tools', value: 'call', fraction }];
  // The first message of the model comes of the question alone.
  if (isTurn(rows[i]) && i > 1) return [{ from: 'tools', to: 'model', value: 'results', fraction }];
  if (role === 'returns' && isTurn(rows[i - 1]))
    return [{ from: 'model', to: 'answer', value: 'answer', fraction }];
  return [];
}
