import {
  graph,
  type Box,
  type Graph,
  type SVGTemplateResult,
  type Unfolding,
} from '../../../src/author';
import { shownAt } from './layout';
import type { Model } from './model';

/** The loop as a graph: who has the messages now, and what is on its way. */
export function loop(model: Model, unfolding: Unfolding, box: Box): SVGTemplateResult {
  const { messages } = model;
  const shown = messages.map((_, i) => shownAt(model, i, unfolding));
  const last = shown.findLastIndex((share) => share > 0);
  const { role } = messages[last];
  const answered = !model.failed && last === messages.length - 1 && shown[last] === 1;
  const at = answered ? 'answer' : role === 'tool' ? 'tools' : role === 'assistant' ? 'model' : '';
  const state = (id: string) => (id === at ? 'active' : 'idle');
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
    travels: travelsOf(messages[last].role, last, shown[last]),
  });
}

/** A result travels from the model to the tools as a call; a message of the model as results. */
function travelsOf(role: string, i: number, fraction: number): Graph['travels'] {
  if (role === 'tool') return [{ from: 'model', to: 'tools', value: 'call', fraction }];
  // The first message of the model comes of the question alone.
  if (role === 'assistant' && i > 1)
    return [{ from: 'tools', to: 'model', value: 'results', fraction }];
  return [];
}
