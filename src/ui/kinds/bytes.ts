import { html } from 'lit';
import { byteUnits, showBytesTwice } from '../../math/bytes';
import { integer, significant } from '../../math/format';
import type { Value } from '../../math/value';
import { markNumbers, readable } from '../../scene/mark';
import { readTypedNumber } from '../../scene/mark-numbers';
import type { Asked, PredictionKind } from '../../scene/prediction-kind';
import number from './number';

/** An amount of memory: whole bytes, or with a unit behind it, `2 GiB` or `2.15 GB`. */
const bytes: PredictionKind = {
  ...number,
  mark: (written, asked) =>
    readable(
      () => readBytes(written),
      ({ text, unit }) => markNumbers(readTypedNumber(text), inUnit(asked, unit)),
    ),
  rule: () => 'bytes, or with a unit such as GB',
  shown: ({ answer }) => html`${showBytesTwice(Number(answer.value))}`,
};

const WITH_UNIT = /^(.*?)\s*([kmgt]?i?b)$/i;

/** The number that was written and the size of its unit; `gb` is read as `GB`. */
function readBytes(written: string): { text: string; unit: number } {
  const [, text, unit] = WITH_UNIT.exec(written.trim()) ?? [undefined, written, 'B'];
  const name = Object.keys(byteUnits).find((each) => each.toLowerCase() === unit.toLowerCase());
  readTypedNumber(text);
  return { text, unit: byteUnits[name ?? 'B'] };
}

/** What is asked, in a unit: whole bytes exactly, anything else to the digits that were written. */
function inUnit(asked: Asked, unit: number): Asked {
  if (unit === 1) return { ...asked, answer: { ...asked.answer, format: integer } };
  const scaled = <V extends Value | undefined>(value: V) =>
    typeof value === 'number' ? value / unit : value;
  const { answer, slips } = asked;
  return {
    ...asked,
    answer: { ...answer, value: scaled(answer.value), format: significant(3) },
    slips: slips.map((slip) => ({ ...slip, value: (model) => scaled(slip.value(model)) })),
  };
}

export default bytes;
