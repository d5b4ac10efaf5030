import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isMatrix, numbersOf, type Value } from '../math/value';
import { showValue } from '../math/format';
import { markNumbers, plainDigits, readable } from '../scene/mark';
import { precisionRule, type Typed } from '../scene/mark-numbers';
import type { PredictionField, PredictionKind } from '../scene/prediction-kind';
import './cells';
import { labelled, spoken } from './prediction-label';

/** Answers with more numbers than this are predicted as text. */
const MOST_CELLS = 36;
const MOST_COLUMNS = { vector: 8, matrix: 6 };

/** A list or a table of numbers: cells of the answer's size, or text where there are too many. */
export const cellsKind = (
  name: 'vector' | 'matrix',
  read: (text: string) => Typed,
): PredictionKind => ({
  field: (field) =>
    labelled(field, fits(field.answer.value, name) ? cells(name, field) : text(field)),
  mark: (written, asked) =>
    readable(
      () => read(written),
      (typed) => markNumbers(typed, asked),
    ),
  rule: ({ answer }) => precisionRule(answer.format, true),
  typed: (value, { format }) => plainDigits(showValue(value, format)),
});

function fits(value: Value, name: 'vector' | 'matrix'): boolean {
  const [rows, columns] = sizeOf(value);
  return columns <= MOST_COLUMNS[name] && rows * columns <= MOST_CELLS;
}

const sizeOf = (value: Value): [rows: number, columns: number] =>
  isMatrix(value) ? [value.length, value[0].length] : [1, numbersOf(value).length];

function cells(name: 'vector' | 'matrix', field: PredictionField): TemplateResult {
  const { id, prediction, answer, mark, describedBy } = field;
  const written = field.written || blank(...sizeOf(answer.value));
  const onInput = ({ target }: Event): void => field.write((target as HTMLInputElement).value);
  return name === 'vector'
    ? html`<unfold-vector
        id=${id}
        data-predict=${prediction.answer}
        fixed
        .label=${spoken(field)}
        .marks=${mark?.entries}
        .value=${live(written)}
        aria-describedby=${describedBy}
        @input=${onInput}
      ></unfold-vector>`
    : html`<unfold-matrix
        id=${id}
        data-predict=${prediction.answer}
        fixed
        .label=${spoken(field)}
        .marks=${mark?.entries}
        .value=${live(written)}
        aria-describedby=${describedBy}
        @input=${onInput}
      ></unfold-matrix>`;
}

const blank = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => ','.repeat(columns - 1)).join(';');

const text = (field: PredictionField): TemplateResult =>
  html`<input
    class="field list"
    type="text"
    id=${field.id}
    data-predict=${field.prediction.answer}
    autocomplete="off"
    spellcheck="false"
    aria-label=${spoken(field)}
    aria-describedby=${field.describedBy}
    .value=${live(field.written)}
    @input=${({ target }: Event) => field.write((target as HTMLInputElement).value)}
  />`;
