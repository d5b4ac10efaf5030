import type { CallbackHandlerMethods } from '@langchain/core/callbacks/base';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatGenerationChunk } from '@langchain/core/outputs';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { Runnable } from '@langchain/core/runnables';
import type { ChatModel } from '../../../src/author';
import { ModelClock } from './model-clock';
import type { Arrival, Recording, Stage } from './recording';

/** A chat model that follows a script: its first word takes two ticks, each further word one. */
class ScriptedModel extends BaseChatModel {
  constructor(
    private readonly clock: ModelClock,
    private readonly throws?: Stage,
  ) {
    super({});
  }

  _llmType(): string {
    return 'scripted';
  }

  private words(messages: BaseMessage[]): string[] {
    const topic = messages[0].text.replace('Say a line about ', '').replace(/\.$/, '');
    return `A line about ${topic}, as the script has it.`.split(/(?<= )/);
  }

  async _generate(messages: BaseMessage[]) {
    const words = this.words(messages);
    await this.clock.wait(words.length + 1);
    if (this.throws === 'model') throw new Error('The model is overloaded.');
    // A parser of strings throws where it is given a picture.
    const content = this.throws === 'parser' ? [PICTURE] : words.join('');
    const message = new AIMessage({ content });
    return { generations: [{ text: message.text, message }] };
  }

  override async *_streamResponseChunks(messages: BaseMessage[]) {
    let ticks = 2;
    for (const text of this.words(messages)) {
      await this.clock.wait(ticks);
      ticks = 1;
      yield new ChatGenerationChunk({ text, message: new AIMessageChunk(text) });
    }
  }
}

/** A chat model of the reader's own, on a server. */
class OwnModel extends BaseChatModel {
  constructor(private readonly chat: ChatModel) {
    super({});
  }

  _llmType(): string {
    return 'own';
  }

  async _generate(messages: BaseMessage[], { signal }: this['ParsedCallOptions']) {
    const asked = messages.map(({ text }) => ({ role: 'user', content: text }) as const);
    const text = await this.chat.chat(asked, { signal: signal ?? new AbortController().signal });
    return { generations: [{ text, message: new AIMessage(text) }] };
  }
}

const PICTURE = { type: 'image_url', image_url: 'data:,' };

const prompt = ChatPromptTemplate.fromTemplate('Say a line about {topic}.');
const parser = new StringOutputParser();

export async function run(
  topic: string,
  inputs: number,
  throws: Stage,
  signal?: AbortSignal,
  own?: ChatModel,
): Promise<Recording> {
  const clock = new ModelClock();
  const model = new ScriptedModel(clock);
  const chain = prompt.pipe(model).pipe(parser);
  const config = { signal };

  const value = await prompt.invoke({ topic });
  const message = own
    ? await new OwnModel(own).invoke(value, config)
    : await clock.run(model.invoke(value, config));
  const text = await parser.invoke(message);

  clock.now = 0;
  const invoked = await clock.run(chain.invoke({ topic }, config).then(arrived));

  clock.now = 0;
  const topics = Array.from({ length: inputs }, (_, i) => ({ topic: more(topic, i) }));
  const all = await clock.run(chain.batch(topics, config));
  const batched = all.map(arrived);

  clock.now = 0;
  const streamed: Arrival[] = [];
  await clock.run(
    (async () => {
      for await (const chunk of await chain.stream({ topic }, config))
        streamed.push(arrived(chunk));
    })(),
  );

  function arrived(answer: string): Arrival {
    return { at: clock.now, text: answer };
  }

  return {
    type: chain.getName(),
    by: own?.name,
    shared: ['invoke', 'batch', 'stream'].filter((method) =>
      [prompt, model, parser, chain].every(
        (each) => Runnable.isRunnable(each) && typeof Reflect.get(each, method) === 'function',
      ),
    ),
    passed: [
      { type: 'object', content: `topic: ${topic}` },
      { type: value.lc_id.at(-1), content: value.toString() },
      { type: message.lc_id.at(-1), content: message.text },
      { type: typeof text, content: text },
    ],
    invoked,
    batched,
    streamed,
    broken: await broken(topic, throws, clock),
  };
}

/** Inputs of a batch differ in length, and so does the time that their answers take. */
const more = (topic: string, i: number): string =>
  [topic, 'rain', 'wind', 'snow'].slice(0, i + 1).join(' and ');

/** The same chain with one stage that throws: which stages begin is told by their callbacks. */
async function broken(topic: string, throws: Stage, clock: ModelClock) {
  const ran: Stage[] = [];
  const begun: CallbackHandlerMethods = {
    handleChainStart(_chain, _inputs, _id, _parent, _tags, _metadata, kind) {
      if (kind === 'prompt' || kind === 'parser') ran.push(kind);
    },
    handleChatModelStart() {
      ran.push('model');
    },
  };
  const chain = prompt.pipe(new ScriptedModel(clock, throws)).pipe(parser);
  // A prompt throws where a variable is missing.
  const input = (throws === 'prompt' ? {} : { topic }) as { topic: string };
  const running = chain.invoke(input, { callbacks: [begun] });
  const message = await clock.run(
    running.then(
      () => '',
      (error: unknown) => String(error).split('\n')[0],
    ),
  );
  return { ran, message };
}
