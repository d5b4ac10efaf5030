import type { Expression } from './expression';
import { lineText } from './line';
import { entryWithin, hasEntry, sourcesOf } from './parts';
import type { Step } from './step';

/** A time this close to an integer is that step: what is added up in fractions misses by less. */
const TOLERANCE = 1e-9;

/**
 * A solution at a time, from 0 (all folded) to the number of its steps; fractions are the motion
 * between two steps. What a picture moves, lights and says is read off it, by the ids of steps and
 * the names of parts.
 */
export class Unfolding {
  constructor(
    readonly steps: readonly Step[],
    readonly t: number,
  ) {}

  /** The number of the step shown last, counting from 1; 0 when all is folded. */
  get step(): number {
    return Math.floor(this.t + TOLERANCE);
  }

  /** The step shown last. */
  get current(): Step | undefined {
    return this.steps[this.step - 1];
  }

  /** When a step is unfolded: its number, from 1; Infinity if this solution has no such step. */
  at(id: string): number {
    const index = this.steps.findIndex((step) => step.id === id);
    return index < 0 ? Infinity : index + 1;
  }

  /** Whether a step is unfolded. */
  shown(id: string): boolean {
    return this.step >= this.at(id);
  }

  /** How far a step's own motion has come, eased from 0 to 1; `from` and `to` cut out a part of it. */
  progress(id: string, from = 0, to = 1): number {
    const begun = this.t - (this.at(id) - 1);
    const x = Math.min(1, Math.max(0, (begun - from) / (to - from)));
    return x * x * (3 - 2 * x);
  }

  /** How far a step that goes through `count` things one by one has come with this one, 0 to 1. */
  sweep(id: string, index: number, count: number): number {
    const come = (this.t - (this.at(id) - 1)) * count - index;
    // At rest nothing has just begun, and nothing is about to end.
    const nearest = Math.round(come);
    return Math.min(1, Math.max(0, Math.abs(come - nearest) < TOLERANCE ? nearest : come));
  }

  /** What the step shown last speaks of: what it makes and what it makes it from. */
  get highlights(): readonly string[] {
    return this.current ? highlightsOf(this.current) : [];
  }

  /** The expression that makes a part, if its step is unfolded. */
  expression(part: string): Expression | undefined {
    const known = this.steps.slice(0, this.step).flatMap(expressionsOf);
    const whole = known.findLast(({ details }) => details.part === part);
    if (whole) return whole;
    for (const array of known.toReversed()) {
      const own = array.details.part;
      if (!own || !part.startsWith(`${own}.`)) continue;
      const path = part
        .slice(own.length + 1)
        .split('.')
        .map(Number);
      if (!hasEntry(array.value, path)) continue;
      const entry = entryWithin(array, path);
      if (entry) return entry;
    }
    return undefined;
  }

  /** How a part came about, as a line of text: `S[1, 0] = Q[1, :]·K[0, :] = 0·1 + 1·0 = 0`. */
  explain(part: string): string {
    const expression = this.expression(part);
    return expression ? lineText(expression) : '';
  }

  /** The parts that a part was computed from. */
  sources(part: string | undefined): readonly string[] {
    const expression = part === undefined ? undefined : this.expression(part);
    return expression ? sourcesOf(expression) : [];
  }
}

/** Everything a step computes. */
const expressionsOf = ({ lines, reveals = {} }: Step): readonly Expression[] => [
  ...Object.values(reveals),
  ...lines,
];

function highlightsOf(step: Step): readonly string[] {
  if (step.highlights) return step.highlights;
  const made = step.lines.flatMap(({ details }) => details.part ?? []);
  return [...new Set([...made, ...step.lines.flatMap(sourcesOf)])];
}
