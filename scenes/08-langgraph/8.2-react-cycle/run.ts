import { AIMessage, HumanMessage, type BaseMessage } from '@langchain/core/messages';
import { fakeModel } from '@langchain/core/testing';
import { DynamicStructuredTool } from '@langchain/core/tools';
import {
  END,
  GraphRecursionError,
  MessagesAnnotation,
  START,
  StateGraph,
} from '@langchain/langgraph/web';
import type { Recording, Run, Said } from './recording';

const question = 'On which page does the trail end?';

/** The tool: it opens a page, which names the next one or is the last. */
const pages = (last: number) =>
  new DynamicStructuredTool({
    name: 'open',
    description: 'Opens a page.',
    schema: { type: 'object', properties: { page: { type: 'number' } }, required: ['page'] },
    func: ({ page }: { page: number }) =>
      Promise.resolve(page < last ? `See page ${page + 1}.` : 'It ends here.'),
  });

/** The scripted chat model: it asks for a tool this many times, then it answers. */
function scripted(calls: number) {
  const model = fakeModel();
  for (let page = 1; page <= calls; page += 1) {
    const call = { name: 'open', args: { page }, id: `call-${page}` };
    model.respond(new AIMessage({ content: '', tool_calls: [call] }));
  }
  return model.respond(new AIMessage(calls === 0 ? 'It has no pages.' : `On page ${calls}.`));
}

/** The ReAct graph around a model that asks for tools in this many rounds. */
function compiled(rounds: number, limit: number) {
  // More calls than the limit lets happen need not be scripted.
  const model = scripted(Math.min(rounds, limit));
  const open = pages(rounds);
  const calls = ({ messages }: typeof MessagesAnnotation.State) =>
    (messages.at(-1) as AIMessage).tool_calls ?? [];

  return new StateGraph(MessagesAnnotation)
    .addNode('agent', async ({ messages }) => ({ messages: [await model.invoke(messages)] }))
    .addNode('tools', async (state) => ({
      messages: await Promise.all(
        calls(state).map((call) => open.invoke({ ...call, type: 'tool_call' })),
      ),
    }))
    .addEdge(START, 'agent')
    .addConditionalEdges('agent', (state) => (calls(state).length > 0 ? 'tools' : END), [
      'tools',
      END,
    ])
    .addEdge('tools', 'agent')
    .compile();
}

/** Runs it, and records every step and the error that may end it. */
async function recorded(rounds: number, limit: number, signal?: AbortSignal): Promise<Run> {
  const steps: { node: string; said: Said }[] = [];
  try {
    const input = { messages: [new HumanMessage(question)] };
    const config = { streamMode: 'updates', recursionLimit: limit, signal } as const;
    for await (const update of await compiled(rounds, limit).stream(input, config)) {
      for (const [node, { messages }] of Object.entries(update))
        steps.push({ node, said: said(node, messages) });
    }
    return { steps };
  } catch (error) {
    if (!(error instanceof GraphRecursionError)) throw error;
    return { steps, thrown: { name: error.name, message: error.message.split('\n')[0] } };
  }
}

function said(node: string, messages: BaseMessage[]): Said {
  const [{ text }] = messages;
  const asked = (messages[0] as AIMessage).tool_calls?.[0];
  const call = asked && `open(page ${asked.args.page})`;
  return node === 'tools' ? { speaker: 'tools', text } : { speaker: 'agent', text: call ?? text };
}

export async function run(rounds: number, limit: number, signal?: AbortSignal): Promise<Recording> {
  const { nodes, edges } = await compiled(rounds, limit).getGraphAsync();
  return {
    question,
    shape: {
      nodes: Object.keys(nodes),
      edges: edges.map(({ source: from, target: to, conditional = false }) => ({
        from,
        to,
        conditional,
      })),
    },
    run: await recorded(rounds, limit, signal),
    runaway: await recorded(Infinity, limit, signal),
  };
}
