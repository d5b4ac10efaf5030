import type { Listing } from '../../../src/author';
import type { Model } from './model';
import source from './run.ts?raw';

export const code = (
  { tool_rounds, recursion_limit }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'LangGraph.js, as it runs here',
    language: 'typescript',
    source: `${source}
const recording = await run(${tool_rounds}, ${recursion_limit});
recording.run.steps.length; // ${result('steps')}, stopped by: ${result('stops_by')}
`,
  },
  {
    title: 'LangGraph in Python',
    language: 'python',
    source: `from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.prebuilt import ToolNode

# model is a chat model that knows the tools, question the messages to begin with

def agent(state: MessagesState):
    return {"messages": [model.invoke(state["messages"])]}

def route(state: MessagesState):
    return "tools" if state["messages"][-1].tool_calls else END

graph = StateGraph(MessagesState)
graph.add_node("agent", agent)
graph.add_node("tools", ToolNode(tools))
graph.add_edge(START, "agent")
graph.add_conditional_edges("agent", route, ["tools", END])
graph.add_edge("tools", "agent")

graph.compile().invoke({"messages": question}, {"recursion_limit": ${recursion_limit}})
`,
  },
];
