import type { Formula } from '../../src/math/formula';
import { FormulaWriter } from '../../src/math/formula-wasm';
import { moduleOf, op, type, type Code } from '../../src/math/wasm-code';
import { FAR, MOST, optimizerIndex, PLANES } from './optimizer';
import { correctedFormulas, steppedFormulas, walkerNames } from './optimizer-formulas';

/** Walkers a module takes at once: they and what it says of them fit into the nearest cache. */
export const BLOCK = 1024;

/** Where in the module's memory the points begin, in bytes; before them are the planes. */
export const POINTS = PLANES * BLOCK * 4;

const settings = ['lr', 'momentum', 'beta1', 'beta2', 'epsilon'] as const;
const corrections = ['correction1', 'correction2'] as const;

/** The f32 parameters of `run`, in order, behind the number of bytes of a plane and of steps. */
export const runSettings = [...settings, ...corrections] as const;

/** All ones where |a| is at most `bound`; NaN is not. */
const within = (a: number, bound: number): Code => [
  ...op.get(a),
  ...op.abs,
  ...op.get(bound),
  ...op.atMost,
];

/**
 * A module that takes walkers through steps of an optimiser, four at a time: `run(bytes, steps,
 * ...runSettings)` for the walkers in `bytes` bytes of each plane, a multiple of 16. It does what
 * the kernel swarm does, in float32.
 */
export function swarmModule(optimizer: number, surface: Formula): Uint8Array<ArrayBuffer> {
  const writer = new FormulaWriter(2 + runSettings.length);
  const named = (names: readonly string[]) => names.map(() => writer.local());
  const given = named(runSettings);
  const state = named(walkerNames);
  const correction = named(corrections);
  const [far, most, one, kept, stays] = named(['far', 'most', 'one', 'kept', 'stays']);
  const variables = new Map<string, number>([
    ...settings.map((name, i) => [name, given[i]] as const),
    ...walkerNames.map((name, i) => [name, state[i]] as const),
    ...corrections.map((name, i) => [name, correction[i]] as const),
  ]);
  const fixed = new Set<string>(settings);
  const step = writer.write(
    [
      ...steppedFormulas(optimizer, surface),
      ...(optimizer === optimizerIndex.adam ? correctedFormulas : []),
    ],
    variables,
    fixed,
  );
  const height = writer.write([surface], variables, fixed);
  const address = 2 + runSettings.length + writer.locals;
  const left = address + 1;

  const move = (from: number, to: number): Code => [...op.get(from), ...op.set(to)];
  const splat = (code: Code, to: number): Code => [...code, ...op.splat, ...op.set(to)];
  const bound = (plane: number): number => (plane < 2 ? far : most);
  const changing = walkerNames.map((_, k) => k).filter((k) => step.results[k] !== state[k]);
  const resting = walkerNames.map((_, k) => k).filter((k) => step.results[k] === state[k]);
  const corrected = step.results.slice(PLANES);
  const [z] = height.results;

  const once: Code[] = [
    ...given.map((local, i) => splat(op.get(2 + i), local)),
    splat(op.f32Const(FAR), far),
    splat(op.f32Const(MOST), most),
    splat(op.f32Const(1), one),
    step.before,
    height.before,
  ];
  const load: Code[] = [
    ...state.map((local, k): Code => [
      ...op.get(address),
      ...op.load(4 * BLOCK * k),
      ...op.set(local),
    ]),
    ...corrections.map((_, i) => move(given[settings.length + i], correction[i])),
    // All ones; then, whether the numbers that no step changes are within their bounds.
    [...op.get(one), ...op.get(one), ...op.equal, ...op.set(kept)],
    move(kept, stays),
    ...resting.map((k): Code => [
      ...op.get(stays),
      ...within(state[k], bound(k)),
      ...op.and,
      ...op.set(stays),
    ]),
  ];
  const steps: Code[] = [
    op.block,
    op.loop,
    [...op.get(left), ...op.i32Eqz, ...op.brIf(1)],
    step.each,
    op.get(stays),
    ...changing.map((k): Code => [...within(step.results[k], bound(k)), ...op.and]),
    op.set(kept),
    // Nearly always all four go on.
    [...op.get(kept), ...op.allTrue, ...op.if],
    ...changing.map((k) => move(step.results[k], state[k])),
    op.else,
    ...changing.map((k): Code => [
      ...op.get(step.results[k]),
      ...op.get(state[k]),
      ...op.get(kept),
      ...op.bitselect,
      ...op.set(state[k]),
    ]),
    op.end,
    ...corrected.map((result, i) => move(result, correction[i])),
    [...op.get(left), ...op.i32Const(1), ...op.i32Sub, ...op.set(left), ...op.br(0)],
    op.end,
    op.end,
  ];
  const pointAddress = [...op.get(address), ...op.i32Const(2), ...op.i32Shl];
  const finish: Code[] = [
    ...state.map((local, k): Code => [
      ...op.get(address),
      ...op.get(local),
      ...op.store(4 * BLOCK * k),
    ]),
    height.each,
    [...op.get(z), ...op.get(most), ...within(z, most)],
    [...op.bitselect, ...op.set(stays)],
    [...op.get(one), ...op.get(kept), ...op.andNot, ...op.set(kept)],
    ...[0, 1, 2, 3].flatMap((lane) =>
      [state[0], state[1], stays, kept].map((local, entry): Code => [
        ...pointAddress,
        ...op.get(local),
        ...op.storeLane(POINTS + 16 * lane + 4 * entry, lane),
      ]),
    ),
  ];
  const code: Code[] = [
    ...once,
    op.loop,
    ...load,
    move(1, left),
    ...steps,
    ...finish,
    [...op.get(address), ...op.i32Const(16), ...op.i32Add, ...op.set(address)],
    [...op.get(address), ...op.get(0), ...op.i32LtU, ...op.brIf(0)],
    op.end,
  ];
  const parameters = [type.i32, type.i32, ...runSettings.map(() => type.f32)];
  return moduleOf(writer.imports, parameters, writer.locals, code.flat());
}
