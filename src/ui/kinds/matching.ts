import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { print } from '../../math/format';
import { readable } from '../../scene/mark';
import { markMatching, readMatching } from '../../scene/mark-matching';
import type { PredictionKind } from '../../scene/prediction-kind';
import '../matching';
import { spoken } from '../prediction-label';
import { shuffled } from './sentences';

/** `options` of a prediction of this kind. */
export interface MatchingOptions {
  /** What is matched, in the order of the answer's words; each with its choices by name. */
  readonly pairs: readonly {
    readonly label: string;
    readonly choices: Readonly<Record<string, string>>;
  }[];
  /** The cards lie in the picture, which writes what is matched there. */
  readonly cardsInPicture?: boolean;
}

/** Pairs to be made: one choice for each, by dragging a card onto it or from a list. */
const matching: PredictionKind = {
  field: (field) => {
    const { prediction, instance } = field;
    const { pairs, cardsInPicture } = prediction.options as MatchingOptions;
    return html`<unfold-matching
      id=${field.id}
      data-predict=${prediction.answer}
      aria-label=${spoken(field)}
      .label=${spoken(field)}
      .describedBy=${field.describedBy}
      .pairs=${pairs.map(({ label, choices }) => ({
        label,
        choices: shuffled({ prediction: { ...prediction, choices }, instance }),
      }))}
      .cards=${!cardsInPicture}
      .marks=${field.mark?.entries}
      .value=${live(field.written)}
      @input=${({ target }: Event) => field.write((target as HTMLInputElement).value)}
    ></unfold-matching>`;
  },
  mark: (written, asked) => {
    const { pairs } = asked.prediction.options as MatchingOptions;
    return readable(
      () => readMatching(written, pairs.length),
      (names) => markMatching(names, asked),
    );
  },
  typed: print,
};

export default matching;
