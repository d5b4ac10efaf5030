import type { Listing } from '../../../src/author';
import type { Model } from './model';
import source from './run.ts?raw';

export const code = (
  { topic, inputs, throws }: Model,
  result: (answer: string) => string,
): Listing[] => [
  {
    title: 'LangChain.js, as it runs here',
    language: 'typescript',
    source: `${source}
const recording = await run(${JSON.stringify(topic)}, ${inputs}, '${throws}');
recording.type; // ${result('type')}
`,
  },
  {
    title: 'LangChain in Python',
    language: 'python',
    source: `from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate

prompt = ChatPromptTemplate.from_template("Say a line about {topic}.")
chain = prompt | model | StrOutputParser()  # model is any chat model
type(chain).__name__  # ${result('type')}

chain.invoke({"topic": ${JSON.stringify(topic)}})
chain.batch([{"topic": ${JSON.stringify(topic)}}] * ${inputs})
for chunk in chain.stream({"topic": ${JSON.stringify(topic)}}):
    print(chunk, end="")

# Asynchronous twins: ainvoke, abatch and astream.
# ${result('interface')}
`,
  },
];
