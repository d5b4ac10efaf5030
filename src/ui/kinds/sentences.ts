import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { markWord, readable } from '../../scene/mark';
import { drawFor, type Asked, type PredictionKind } from '../../scene/prediction-kind';
import { BadValue } from '../../state/bad-value';
import { mathText } from '../math';
import { spoken } from '../prediction-label';
import '../sentences';

/** One of a few whole sentences: `choices` has each by a short name, which is the answer. */
const sentences: PredictionKind = {
  field: (field) =>
    html`<unfold-sentences
      id=${field.id}
      data-predict=${field.prediction.answer}
      aria-label=${spoken(field)}
      aria-describedby=${field.describedBy}
      .choices=${shuffled(field)}
      .value=${live(field.written)}
      @input=${({ target }: Event) => field.write((target as HTMLInputElement).value)}
    ></unfold-sentences>`,
  mark: (written, asked) =>
    readable(
      () => chosen(written, asked),
      (name) => markWord(name, asked),
    ),
  typed: String,
  shown: ({ prediction, answer }) => {
    const name = String(answer.value);
    return html`${mathText(prediction.choices?.[name] ?? name)}`;
  },
};

function chosen(name: string, { prediction }: Asked): string {
  if (name === '') throw new BadValue('is still open; choose a sentence');
  if (!Object.hasOwn(prediction.choices ?? {}, name))
    throw new BadValue('is none of the sentences');
  return name;
}

/** The sentences in an order of this instance's own: the right one has no place of its own. */
export const shuffled = (
  asked: Pick<Asked, 'prediction' | 'instance'>,
): [name: string, sentence: string][] =>
  drawFor(asked).shuffle(Object.entries(asked.prediction.choices ?? {}));

export default sentences;
