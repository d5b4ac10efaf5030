import type { Listing } from '../../../src/author';
import type { Model } from './model';

export const code = ({ max_turns }: Model, result: (answer: string) => string): Listing[] => [
  {
    title: 'LangChain',
    language: 'python',
    source: `from langchain_core.messages import ToolMessage

def agent(model, tools, messages, max_turns):
    tool_calls = 0
    for turns in range(1, max_turns + 1):
        message = model.invoke(messages)
        messages.append(message)
        if not message.tool_calls:
            return message.text, turns, tool_calls
        for call in message.tool_calls:
            tool_calls += 1
            try:
                content = str(tools[call["name"]].invoke(call["args"]))
            except Exception as error:
                content = f"Error: {error!r}"
            messages.append(ToolMessage(content, tool_call_id=call["id"]))
    raise RuntimeError(f"The model still asks for tools after {max_turns} turns")

agent(model, tools, messages, max_turns=${max_turns})
# final: ${result('final')}
# turns: ${result('turns')}, tool calls: ${result('tool_calls')}
`,
  },
];
