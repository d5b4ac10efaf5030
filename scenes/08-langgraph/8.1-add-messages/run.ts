import { AIMessage, HumanMessage, RemoveMessage, type BaseMessage } from '@langchain/core/messages';
import { addMessages, Annotation, END, START, StateGraph } from '@langchain/langgraph/web';
import { conversation, edited, replies, type Entry, type Runs, type Stepped } from './messages';

/** The key with the reducer: what a node returns is merged into the list. */
const merged = () =>
  Annotation<BaseMessage[], BaseMessage[]>({ reducer: addMessages, default: () => [] });

/** The key without one: it holds what was written to it last. */
const overwritten = () => Annotation<BaseMessage[]>();

/** A graph of one node, which returns `update`, run from a state that holds `before`. */
async function step(
  key: ReturnType<typeof merged>,
  before: readonly Entry[],
  update: readonly Entry[],
  signal?: AbortSignal,
): Promise<Stepped> {
  const graph = new StateGraph(Annotation.Root({ messages: key }))
    .addNode('reply', () => ({ messages: update.map(message) }))
    .addEdge(START, 'reply')
    .addEdge('reply', END)
    .compile();

  const states: Entry[][] = [];
  const input = { messages: before.map(message) };
  for await (const { messages } of await graph.stream(input, { streamMode: 'values', signal }))
    states.push(messages.map(entry));
  return { before: states[0], update, after: states[1] };
}

const message = ({ id, speaker, text }: Entry): BaseMessage => {
  if (speaker === 'remove') return new RemoveMessage({ id });
  return speaker === 'human'
    ? new HumanMessage({ id, content: text })
    : new AIMessage({ id, content: text });
};

const entry = ({ id = '', type, text }: BaseMessage): Entry => ({
  id,
  speaker: type as Entry['speaker'],
  text,
});

/** The same step with the reducer and without it, then with an id that is there already. */
export async function run(history: number, returns: number, signal?: AbortSignal): Promise<Runs> {
  const before = conversation(history);
  const update = replies(history, returns);
  const known = before.at(-1);
  return {
    with: await step(merged(), before, update, signal),
    without: await step(overwritten(), before, update, signal),
    ...(known && {
      replace: await step(merged(), before, [edited(known)], signal),
      remove: await step(
        merged(),
        before,
        [{ id: before[0].id, speaker: 'remove', text: '' }],
        signal,
      ),
    }),
  };
}
