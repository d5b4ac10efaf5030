/** @type {import('./chat').Agent} */
export const agent = async (model, tools, messages, maxTurns) => {
  let toolCalls = 0;
  for (let turns = 1; turns <= maxTurns; turns += 1) {
    const message = await model(messages);
    messages.push(message);
    if (message.tool_calls.length === 0) return { final: message.content, turns, toolCalls };
    for (const { id, name, args } of message.tool_calls) {
      toolCalls += 1;
      let content;
      try {
        if (!tools[name]) throw new Error(`there is no tool named ${name}`);
        content = String(await tools[name](args));
      } catch (error) {
        content = `Error: ${error instanceof Error ? error.message : 'the tool has failed'}`;
      }
      messages.push({ role: 'tool', tool_call_id: id, content });
    }
  }
  throw new Error(`The model still asks for tools after ${maxTurns} turns`);
};
