// Whatever a reader may type, the picture is drawn, with numbers a browser can draw, and soon.
import { expect, test } from 'vitest';
import type { Scene } from '../../../src/scene/contract';
import type { Param, Params, Values } from '../../../src/state/params';
import { defaultsOf } from '../../../src/state/params';
import type { Value } from '../../../src/math/value';
import { Unfolding } from '../../../src/solution/unfolding';
import { LiveStage } from '../../../src/stage/live-stage';
import { modelOf, scenes } from '../../scenes/scenes';

const quiet = { changed() {}, point() {}, edit() {} };

/** Milliseconds for one picture, the solution it is drawn from included, on a loaded machine. */
const SOON = 1500;

/** Numbers at which formulas and axes come to an end: of float64, of float32, of the page. */
const AWKWARD = [
  0,
  -0.5,
  1,
  -1e-320,
  1e-320,
  5e-324,
  1e-155,
  -1e-155,
  1e-8,
  0.1 + 0.2,
  1e5,
  -1e6,
  1e155,
  1e308,
];

/** What a given can be at the ends of its range, as far as its own field takes it. */
function corners({ control, choices, min, max, default: usual, parse }: Param): Value[] {
  const texts = ((): string[] => {
    if (control === 'boolean') return ['true', 'false'];
    if (control === 'choice') return Object.keys(choices ?? {});
    if (control === 'number') return [min ?? -1e308, max ?? 1e308, ...AWKWARD].map(String);
    if (control === 'vector') return AWKWARD.flatMap((x) => [`${x}`, `${x},${x},1`, `0,${x}`]);
    if (control === 'matrix') return AWKWARD.flatMap((x) => [`${x}`, `${x},1;0,${x}`]);
    return [];
  })();
  const taken = texts.flatMap((text): Value[] => {
    try {
      return [parse(text)];
    } catch {
      return [];
    }
  });
  return [usual, ...taken];
}

/** A few of them, the ends of its range first; a text has none, and stays as it is. */
const ends = (param: Param): Value[] => {
  const [usual, ...others] = corners(param);
  return others.length > 0 ? others.slice(0, 3) : [usual];
};

/** Givens one by one at every corner, and every two of them together at the ends of their ranges. */
function* cornersOf(params: Params): Generator<Values> {
  const usual = defaultsOf(params);
  const names = Object.keys(params);
  yield usual;
  for (const name of names) {
    for (const value of corners(params[name])) yield { ...usual, [name]: value };
  }
  for (const [i, first] of names.entries()) {
    for (const second of names.slice(i + 1)) {
      const [some, others] = [first, second].map((name) => ends(params[name]));
      for (const [k, value] of some.entries()) {
        yield { ...usual, [first]: value, [second]: others[(k * 2 + 1) % others.length] };
      }
    }
  }
}

/** Links that once drew what is no number, and corners that several givens reach together. */
const broken: Readonly<Record<string, readonly string[]>> = {
  '1.3': ['c=-1e-320', 'c=1e-155', 'c=0&w0=1&lr=0.49&steps=200', 'c=0&w0=5&lr=0.51&steps=200'],
  '5.4': [
    'reward=20,-20,20,0&beta=0.05',
    'reward=-20,-20,-20,-20&beta=0.05',
    'reward=0,0,0,0',
    'reference=0,0,1,0&beta=0.05',
    'reference=1,0&reward=0,20&beta=100',
  ],
};

function* linked({ card, params }: Scene): Generator<Values> {
  for (const query of broken[card.number] ?? []) {
    const written = Object.fromEntries(new URLSearchParams(query));
    const read = Object.entries(written).map(([name, text]) => [name, params[name].parse(text)]);
    yield { ...defaultsOf(params), ...(Object.fromEntries(read) as Values) };
  }
}

test.each(scenes)(
  '$scene.card.number draws at every corner of its givens, soon and with real numbers',
  async ({ scene }) => {
    const root = document.createElement('div');
    root.style.cssText = 'width: 860px; height: 640px';
    document.body.append(root);
    const stage = new LiveStage(root, quiet);
    const view = scene.view(stage);
    const wrong = new Set<string>();
    let drawn = 0;
    // A library that a run stands on is loaded once, and the clock is not for that.
    await modelOf(scene, defaultsOf(scene.params));

    for (const values of [...linked(scene), ...cornersOf(scene.params)]) {
      if ((scene.check?.(values) ?? []).length > 0) continue;
      const begun = performance.now();
      const model = await modelOf(scene, values);
      const steps = [...scene.solution(model)];
      const times = [0, steps.length - 0.5, steps.length];
      try {
        for (const t of times) view.draw(model, new Unfolding(steps, t));
      } catch (error) {
        wrong.add(`${JSON.stringify(values)} throws ${String(error)}`);
      }
      const took = (performance.now() - begun) / times.length;
      if (took > SOON) wrong.add(`${JSON.stringify(values)} takes ${took.toFixed(0)} ms`);
      const odd = /(?:[a-z-]+)="[^"]*\b(?:NaN|Infinity|undefined)\b[^"]*"/.exec(root.innerHTML);
      if (odd) wrong.add(`${JSON.stringify(values)} has ${odd[0].slice(0, 120)}`);
      drawn += 1;
    }
    expect([...wrong].slice(0, 5)).toEqual([]);
    expect(drawn).toBeGreaterThan(Object.keys(scene.params).length);

    view.dispose();
    stage.dispose();
    root.remove();
  },
  120_000,
);
