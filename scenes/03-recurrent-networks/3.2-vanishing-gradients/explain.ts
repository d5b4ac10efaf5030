import { show, significant } from '../../../src/author';
import { leftAfter, LOST, SMALLEST_NORMAL, type Model } from './model';
import { steps, threeDigits } from './solution';
import { superscript } from './superscript';

/** What the part pointed at says, as a line of text; nothing before its step. */
export function explain(model: Model, pointed: string | undefined, t: number): string {
  const [name, index] = pointed?.split('.') ?? [];
  switch (name) {
    case 'decay':
      return t >= shownFrom(Number(index)) ? explainStep(model, Number(index)) : '';
    case 'lost':
      return `2⁻²⁴ ≈ ${show(LOST, threeDigits)}: less than this, added to 1 in float32, leaves 1`;
    case 'smallest':
      return `2⁻¹²⁶ ≈ ${show(SMALLEST_NORMAL, threeDigits)}: the smallest normal float32`;
    default:
      return '';
  }
}

const shownFrom = (k: number): number => (k === 0 ? 0 : k === 1 ? steps.factor : steps.after);

/** `7 steps back: 0.450⁷ ≈ 0.00374` */
function explainStep(model: Model, k: number): string {
  const back = `${k} ${k === 1 ? 'step' : 'steps'} back`;
  const base = show(model.factor, significant(3));
  return `${back}: ${base}${superscript(k)} ≈ ${show(leftAfter(model, k), threeDigits)}`;
}
