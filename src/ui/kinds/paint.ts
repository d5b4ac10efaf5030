import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { print } from '../../math/format';
import type { Matrix } from '../../math/value';
import { isWritten, markNumbers, readable } from '../../scene/mark';
import { readTypedMatrix } from '../../scene/mark-numbers';
import type { Mark, PredictionKind } from '../../scene/prediction-kind';
import type { Colour } from '../../stage/kit/painting';
import { BadValue } from '../../state/bad-value';
import '../painting';
import { labelled, spoken } from '../prediction-label';

/** `options` of a prediction of this kind. */
export interface PaintOptions {
  /** What cells can be painted in; they begin with the first. */
  readonly colours: readonly Colour[];
  /** What a cell is, in words; `row 1, column 3` unless said. */
  cell?(i: number, j: number): string;
}

/** A grid as large as the answer, whose cells are painted in a few colours. */
const paint: PredictionKind = {
  field: (field) => {
    const { colours, cell } = field.prediction.options as PaintOptions;
    const rows = field.answer.value as Matrix;
    return labelled(
      field,
      html`<unfold-painting
        id=${field.id}
        data-predict=${field.prediction.answer}
        .size=${[rows.length, rows[0].length]}
        .colours=${colours}
        .cell=${cell}
        .label=${spoken(field)}
        .describedBy=${field.describedBy}
        .value=${live(field.written)}
        @input=${({ target }: Event) => field.write((target as HTMLInputElement).value)}
      ></unfold-painting>`,
    );
  },
  mark: (written, asked) =>
    readable(
      () => {
        if (!isWritten(written)) throw new BadValue('is still blank; paint it');
        return readTypedMatrix(written);
      },
      (typed) => counted(markNumbers(typed, asked)),
    ),
  typed: print,
};

/** Of few colours, to say which cells are wrong is to say which is right: only their number is said. */
const counted = ({ entries: _, ...mark }: Mark): Mark => mark;

export default paint;
