import type { Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ country }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'LangChain',
    language: 'python',
    source: `from langchain.agents import create_agent
from langchain_core.tools import tool

@tool
def search(query: str) -> str:
    """Searches the pages and returns the best one."""
    return index.search(query)[0].text

# model is a chat model that calls tools, index a search index over the pages
agent = create_agent(model, [search])
question = "What is the population of the capital of ${country}?"
run = agent.invoke({"messages": [("user", question)]})

calls = [m for m in run["messages"] if m.type == "tool"]
print(len(calls))  # ${result('searches')}
print(run["messages"][-1].text)  # ${result('final')}
`,
  },
];
