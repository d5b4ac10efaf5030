import { FOLDED, type Listing } from '../../../src/author';
import type { Model } from './model';
import source from './run.ts?raw';

/** How the pipe is built; how it is called stands here once the interface is revealed. */
export function code(
  { topic, inputs, throws }: Model,
  result: (answer: string) => string,
): Listing[] {
  const built = `from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate

prompt = ChatPromptTemplate.from_template("Say a line about {topic}.")
chain = prompt | model | StrOutputParser()  # model is any chat model
type(chain).__name__  # ${result('type')}
`;
  const python = { title: 'LangChain in Python', language: 'python' } as const;
  if (result('interface') === FOLDED) return [{ ...python, source: built }];
  return [
    {
      title: 'LangChain.js, as it runs here',
      language: 'typescript',
      source: `${source}
const recording = await run(${JSON.stringify(topic)}, ${inputs}, '${throws}');
recording.type; // ${result('type')}
`,
    },
    {
      ...python,
      source: `${built}
chain.invoke({"topic": ${JSON.stringify(topic)}})
chain.batch([{"topic": ${JSON.stringify(topic)}}] * ${inputs})
for chunk in chain.stream({"topic": ${JSON.stringify(topic)}}):
    print(chunk, end="")

# Asynchronous twins: ainvoke, abatch and astream.
# ${result('interface')}
`,
    },
  ];
}
