import { given, integer, named, prose, subtract, word, type Step } from '../../../src/author';
import type { Model } from './model';

export function* solution(model: Model): Generator<Step> {
  const { recording } = model;
  const type = named('\\text{type}', word(model.type), { part: 'chain' });
  yield {
    id: 'pipe',
    title: 'What the pipe makes',
    say: prose`Each pipe joins two parts into one that runs the first and hands its output to the second. Nothing has run yet. What you hold is a new object with the parts inside, a RunnableSequence.`,
    lines: [type],
    reveals: { type },
  };
  yield {
    id: 'travel',
    title: 'Each output is the next input',
    say: recording.by
      ? prose`The prompt turns your input into messages. Your own model answers with a message. The parser takes the text out of it. Types have to fit where two parts meet.`
      : prose`The prompt turns your input into messages. The model answers with a message. The parser takes the text out of it. Types have to fit where two parts meet.`,
    lines: [],
    highlights: ['passed'],
  };
  const [kind, methods] = model.shared.split(': ');
  const shared = named(`\\text{${kind}}`, word(model.shared, methods), { part: 'stages' });
  yield {
    id: 'interface',
    title: 'What they have in common',
    say: prose`Prompt, model and parser have the same three methods, and so has the sequence. That is why a pipe can be joined to a further pipe, and called like any part of it.`,
    lines: [shared],
    highlights: ['stages', 'chain'],
    reveals: { interface: shared },
  };
  const whole = given('t_{\\text{invoke}}', recording.invoked.at, { part: 'race.invoke' });
  const first = given('t_{\\text{stream}}', recording.streamed[0].at, { part: 'race.stream' });
  yield {
    id: 'race',
    title: 'One clock for the three calls',
    say: prose`A call of invoke waits for the whole answer. A batch runs its inputs side by side and returns them together. A stream hands on each word as it comes, so you read the first much earlier.`,
    lines: [
      named('t_{\\text{earlier}}', subtract(whole, first), {
        format: integer,
        part: 'race.stream.0',
      }),
    ],
    highlights: ['race'],
  };
  yield {
    id: 'throws',
    title: 'A part that throws ends the call',
    say: prose`The error of one part is the error of the sequence. The parts after it never start, and the caller gets the error instead of an answer.`,
    lines: [],
    highlights: [`stage.${model.throws}`, 'error'],
  };
}
