import type { Formula } from '../../../src/math/formula';
import { FormulaWriter, type Compiled } from '../../../src/math/formula-wasm';
import { moduleOf, op, type, type Code } from '../../../src/math/wasm-code';
import { FAR, MOST, optimizerIndex, PLANES } from './optimizer';
import { correctedFormulas, steppedFormulas, walkerNames } from './optimizer-formulas';
import { andAll, increase, move, raise, repeated, splat, times, within } from './vector-code';

/** Walkers a module takes at once: they and what it says of them fit into the nearest cache. */
export const BLOCK = 1024;

/** Vectors that are stepped in turn: what one step waits for is done while others are stepped. */
const TOGETHER = 4;

/** Walkers that are stepped together; `run` takes a multiple of them. */
export const GROUP = 4 * TOGETHER;

// The module's memory, in bytes: the planes, masks of those whom the last step kept, and points.
const PLANE = 4 * BLOCK;
export const POINTS = (PLANES + 1) * PLANE;

const settings = ['lr', 'momentum', 'beta1', 'beta2', 'epsilon'] as const;
const corrections = ['correction1', 'correction2'] as const;

/** The f32 parameters of `run`, in order, behind the number of bytes of a plane and of steps. */
export const runSettings = [...settings, ...corrections] as const;
const BYTES = 0;
const STEPS = 1;
const FIRST_SETTING = 2;

/** Four walkers: their numbers by plane, and how these come through a step. */
interface Vector {
  readonly state: readonly number[];
  readonly step: Compiled;
}

/**
 * A module that takes walkers through steps of an optimiser: `run(bytes, steps, ...runSettings)` for
 * the walkers in `bytes` bytes of each plane. It does what the kernel swarm does, in float32.
 */
export const swarmModule = (optimizer: number, surface: Formula): Uint8Array<ArrayBuffer> =>
  new SwarmWriter(optimizer, surface).module();

class SwarmWriter {
  private readonly writer = new FormulaWriter(FIRST_SETTING + runSettings.length);
  private readonly given = this.locals(runSettings.length);
  private readonly correction = this.locals(corrections.length);
  private readonly far = this.writer.local();
  private readonly most = this.writer.local();
  private readonly one = this.writer.local();
  private readonly all = this.writer.local();
  private readonly kept = this.writer.local();
  private readonly stays = this.writer.local();
  private readonly farthest = this.writer.local();
  private readonly largest = this.writer.local();
  private readonly vectors: readonly Vector[];
  private readonly corrected: Compiled;
  private readonly height: Compiled;
  /** Planes that a step changes, and the others. */
  private readonly changing: readonly number[];
  private readonly resting: readonly number[];
  private readonly address: number;
  private readonly left: number;

  constructor(optimizer: number, surface: Formula) {
    const formulas = steppedFormulas(optimizer, surface);
    this.vectors = Array.from({ length: TOGETHER }, () => {
      const state = this.locals(PLANES);
      return { state, step: this.write(formulas, state) };
    });
    const [{ state, step }] = this.vectors;
    this.height = this.write([surface], state);
    this.corrected = this.write(optimizer === optimizerIndex.adam ? correctedFormulas : [], state);
    const planes = walkerNames.map((_, k) => k);
    this.changing = planes.filter((k) => step.results[k] !== state[k]);
    this.resting = planes.filter((k) => step.results[k] === state[k]);
    this.address = FIRST_SETTING + runSettings.length + this.writer.locals;
    this.left = this.address + 1;
  }

  module(): Uint8Array<ArrayBuffer> {
    const { writer, address, vectors } = this;
    const isLeft: Code = [...op.get(address), ...op.get(BYTES), ...op.i32LtU];
    const isGroupLeft: Code = [...op.get(address), ...op.i32Const(4 * GROUP - 1), ...op.i32And];
    const group: Code = [
      ...this.careless(),
      ...op.if,
      ...vectors.flatMap(({ state }, i) => this.store(state, this.all, 16 * i)),
      ...increase(address, 4 * GROUP),
      ...op.else,
      ...repeated(this.careful(), isGroupLeft),
      ...op.end,
    ];
    const code: Code = [
      ...this.once(),
      ...repeated(group, isLeft),
      ...[...op.i32Const(0), ...op.set(address)],
      ...repeated(this.points(), isLeft),
    ];
    const parameters = [type.i32, type.i32, ...runSettings.map(() => type.f32)];
    return moduleOf(writer.imports, parameters, writer.locals, code);
  }

  private locals(count: number): number[] {
    return Array.from({ length: count }, () => this.writer.local());
  }

  private write(formulas: readonly Formula[], state: readonly number[]): Compiled {
    const variables = new Map<string, number>([
      ...settings.map((name, i) => [name, this.given[i]] as const),
      ...corrections.map((name, i) => [name, this.correction[i]] as const),
      ...walkerNames.map((name, k) => [name, state[k]] as const),
    ]);
    return this.writer.write(formulas, variables, new Set<string>(settings));
  }

  private once(): Code {
    const compiled = [...this.vectors.map(({ step }) => step), this.height, this.corrected];
    return [
      ...this.given.flatMap((local, i) => splat(op.get(FIRST_SETTING + i), local)),
      ...splat(op.f32Const(FAR), this.far),
      ...splat(op.f32Const(MOST), this.most),
      ...splat(op.f32Const(1), this.one),
      ...[...op.get(this.one), ...op.get(this.one), ...op.equal, ...op.set(this.all)],
      ...compiled.flatMap(({ before }) => before),
    ];
  }

  /** As many steps as are asked for, from the corrections that are given. */
  private steps(code: Code): Code {
    const { correction, corrected, given, left } = this;
    return [
      ...correction.flatMap((local, i) => move(given[settings.length + i], local)),
      ...move(STEPS, left),
      ...times(left, [
        ...corrected.each,
        ...corrected.results.flatMap((result, i) => move(result, correction[i])),
        ...code,
      ]),
    ];
  }

  /**
   * All steps of a group, whether they diverge or not; leaves on the stack whether nobody did. What is not a
   * number stays so to the end, what was too large is noted on the way.
   */
  private careless(): Code {
    const { vectors, changing, farthest, largest } = this;
    const stepAndNote = ({ step, state }: Vector): Code => [
      ...step.each,
      ...changing.flatMap((k) => move(step.results[k], state[k])),
      ...changing.flatMap((k) => raise(k < 2 ? farthest : largest, state[k])),
    ];
    return [
      ...splat(op.f32Const(0), farthest),
      ...splat(op.f32Const(0), largest),
      ...vectors.flatMap(({ state }, i) => this.load(state, 16 * i)),
      ...this.steps(vectors.flatMap(stepAndNote)),
      ...move(this.all, this.kept),
      ...andAll(this.kept, [
        within(farthest, this.far),
        within(largest, this.most),
        ...vectors.flatMap(({ state }) => state.map((local, k) => within(local, this.bound(k)))),
      ]),
      ...op.get(this.kept),
      ...op.allTrue,
    ];
  }

  /** All steps of one vector; whoever a step would carry away does not take it. */
  private careful(): Code {
    const [{ state, step }] = this.vectors;
    const { changing, resting, kept, stays, all } = this;
    const test = (locals: readonly number[]) => (k: number) => within(locals[k], this.bound(k));
    return [
      ...this.load(state, 0),
      ...move(all, kept),
      ...move(all, stays),
      ...andAll(stays, resting.map(test(state))),
      ...this.steps([
        ...step.each,
        ...move(stays, kept),
        ...andAll(kept, changing.map(test(step.results))),
        ...changing.flatMap((k) => [
          ...[...op.get(step.results[k]), ...op.get(state[k])],
          ...[...op.get(kept), ...op.bitselect, ...op.set(state[k])],
        ]),
      ]),
      ...this.store(state, kept, 0),
      ...increase(this.address, 16),
    ];
  }

  /** What a picture needs of one vector. */
  private points(): Code {
    const [{ state }] = this.vectors;
    const { address, height, most, kept, one } = this;
    const [z] = height.results;
    // Free now that the steps are done; z may be where x is.
    const [bounded, diverged] = [this.stays, this.kept];
    return [
      ...this.load([...state, kept], 0),
      ...height.each,
      ...[...op.get(z), ...op.get(most), ...within(z, most), ...op.bitselect, ...op.set(bounded)],
      ...[...op.get(one), ...op.get(kept), ...op.andNot, ...op.set(diverged)],
      ...[0, 1, 2, 3].flatMap((lane) =>
        [state[0], state[1], bounded, diverged].flatMap((local, entry) => [
          ...[...op.get(address), ...op.i32Const(2), ...op.i32Shl],
          ...op.get(local),
          ...op.storeLane(POINTS + 16 * lane + 4 * entry, lane),
        ]),
      ),
      ...increase(address, 16),
    ];
  }

  private bound(plane: number): number {
    return plane < 2 ? this.far : this.most;
  }

  private load(into: readonly number[], offset: number): Code {
    return into.flatMap((local, k) => [
      ...op.get(this.address),
      ...op.load(PLANE * k + offset),
      ...op.set(local),
    ]);
  }

  /** Numbers into their planes, and whom the last step kept behind them. */
  private store(state: readonly number[], kept: number, offset: number): Code {
    return [...state, kept].flatMap((local, k) => [
      ...op.get(this.address),
      ...op.get(local),
      ...op.store(PLANE * k + offset),
    ]);
  }
}
