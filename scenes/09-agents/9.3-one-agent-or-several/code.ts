import { pythonFloat, type Listing } from '../../../src/author';
import type { Model } from './model';

export function code(model: Model, result: (answer: string) => string): Listing[] {
  const { agents, p_success, p_handoff, specialist_gain } = model;
  const gain = agents > 1 ? ` + ${pythonFloat(specialist_gain)}` : '';
  return [
    {
      title: 'Python',
      language: 'python',
      source: `agents, calls_per_agent = ${agents}, ${model.calls_per_agent}
latency, price = ${pythonFloat(model.latency)}, ${pythonFloat(model.price)}  # seconds and dollars a call

calls = agents * calls_per_agent
# ${result('calls')}
latency_total = calls * latency  # in sequence
# ${result('latency_total')}
cost_total = calls * price
# ${result('cost_total')}

p_agent = min(1.0, ${pythonFloat(p_success)}${gain})
p_all = p_agent**agents * ${pythonFloat(p_handoff)} ** (agents - 1)
# ${result('p_all')}
`,
    },
  ];
}
