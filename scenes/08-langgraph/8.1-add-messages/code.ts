import { python, type Listing } from '../../../src/author';
import type { Model } from './model';
import source from './run.ts?raw';

export const code = (
  { history, returns, reducer }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'LangGraph.js, as it runs here',
    language: 'typescript',
    source: `${source}
const runs = await run(${history}, ${returns});
runs.with.after.length; // ${result('with_reducer')}
runs.without.after.length; // ${result('without_reducer')}
`,
  },
  {
    title: 'LangGraph in Python',
    language: 'python',
    source: `from typing import Annotated, TypedDict

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages

class State(TypedDict):
    messages: ${reducer ? 'Annotated[list[AnyMessage], add_messages]' : 'list[AnyMessage]'}

def reply(state: State):
    return {"messages": [AIMessage("…") for _ in range(${returns})]}

graph = StateGraph(State)
graph.add_node(reply)
graph.add_edge(START, "reply")
graph.add_edge("reply", END)

before = [HumanMessage("…") for _ in range(${history})]
after = graph.compile().invoke({"messages": before})
len(after["messages"])  # ${result(reducer ? 'with_reducer' : 'without_reducer')}, with a reducer: ${python(reducer)}
`,
  },
];
