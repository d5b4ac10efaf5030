import { kernelFiles } from '../../src/compute/find-kernel';
import { html } from 'lit';
import { beforeAll, describe, expect, it } from 'vitest';
import { print, showValue, typeset } from '../../src/math/format';
import { Random } from '../../src/math/random';
import { isMatrix, isVector, numbersOf, type Value } from '../../src/math/value';
import { paramsOf, type Answer, type Scene } from '../../src/scene/contract';
import { describePicture } from '../../src/scene/describe';
import type { Asked, Mark } from '../../src/scene/prediction-kind';
import { isDistractor, linesOf } from '../../src/scene/order-lines';
import { pythonResult, resultsOf } from '../../src/scene/python';
import { modules } from '../../src/scene/registry';
import { Session } from '../../src/scene/session';
import { texMarkup } from '../../src/solution/katex';
import { Expression } from '../../src/solution/expression';
import { agrees } from '../../src/solution/identity';
import { lineOf, lineText } from '../../src/solution/line';
import { plainText } from '../../src/solution/math-text';
import { HandClock } from '../../src/stage/clock';
import { defaultsOf, type Values } from '../../src/state/params';
import { MemoryLocation } from '../../src/state/location';
import { loadKind } from '../../src/ui/kinds';
import { openWith } from '../../src/sandbox/run';
import { openInNode } from './node-sandbox';
import { modelOf, scenes } from './scenes';

openWith(openInNode);

const VARIANTS = 100;

/** An exercise as a link opens it; what it runs is over. */
const open = (scene: Scene, query = ''): Promise<Session> =>
  settled(
    new Session(
      scene,
      new MemoryLocation(`#/${scene.card.number}${query && `?${query}`}`),
      new HandClock(),
    ),
  );

/** The session, once what it runs is over. */
const settled = (session: Session): Promise<Session> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (session.snapshot.run.state === 'busy') return;
      stop();
      resolve(session);
    };
    const stop = session.subscribe(look);
    look();
  });

const variantOf = (scene: Scene, seed: number): Values =>
  ({ ...defaultsOf(scene.params), ...scene.vary?.(new Random(seed)) }) as Values;

/** What is said of a value that is written as a learner would write it. */
async function markValue(value: Value, asked: Asked): Promise<Mark> {
  const kind = await loadKind(asked.prediction.kind);
  return kind.mark(kind.typed(value, asked.answer), asked);
}

/** The numbers of two characters and more in texts. */
const longNumbers = (texts: readonly string[]): readonly string[] =>
  texts.join('\n').match(/(?<!\w)-?\d[\w.-]+/g) ?? [];

const isNumeric = (value: Value): boolean =>
  typeof value === 'number' || isVector(value) || isMatrix(value);

function expectClose(actual: Value, wanted: Value): void {
  if (!isNumeric(wanted)) {
    expect(String(actual)).toBe(String(wanted));
    return;
  }
  const [a, b] = [numbersOf(actual), numbersOf(wanted)];
  expect(a.length).toBe(b.length);
  a.forEach((x, i) => {
    if (Number.isFinite(b[i]))
      expect(Math.abs(x - b[i])).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b[i])));
    else expect(x).toBe(b[i]);
  });
}

it('finds the scenes it speaks of', () => {
  expect(scenes.length).toBeGreaterThan(0);
});

describe.each(scenes)('$scene.card.number $scene.card.title', ({ folder, scene, expected }) => {
  const params = paramsOf(scene);
  const defaults = defaultsOf(params);
  let model: unknown;
  let answers: readonly Answer[];
  beforeAll(async () => {
    model = await modelOf(scene, defaults);
    answers = scene.answers(model);
  });
  const slips = scene.slips ?? [];
  const variants = scene.vary ? VARIANTS : 0;

  it('stands in a folder named after it, with a card that is light', () => {
    const { number, title, blurb, thumbnail } = scene.card;
    const [, module, name] = folder.split('/').slice(-3);
    expect(name.startsWith(`${number}-`)).toBe(true);
    const id = number.split('.')[0].padStart(2, '0');
    if (module !== 'fixtures') {
      expect(module.startsWith(id)).toBe(true);
      expect(modules.map((each) => each.id)).toContain(id);
    }
    expect(title && blurb).toBeTruthy();
    expect(thumbnail.length).toBeLessThanOrEqual(2048);
    expect(thumbnail).toMatch(/^<svg[^>]*viewBox/);
  });

  it('says in expected.ts what it must show', () => {
    expect(expected, `${folder}/expected.ts, its default export`).toBeDefined();
  });

  it('places every given once in its problem, those at scale aside', () => {
    const placed: string[] = [];
    scene.problem((name) => {
      placed.push(name);
      return html``;
    }, defaults);
    expect(placed.sort()).toEqual(Object.keys(scene.params).sort());
  });

  it('shows at its defaults what the exercise states', () => {
    const shown = Object.fromEntries(
      answers.map(({ name, value, format }) => [name, showValue(value, format)]),
    );
    expect(shown).toEqual(expected.answers);
  });

  it('has no field whose name a link keeps for itself', () => {
    const own = ['step', 'tab', 'variant', 'device', 'present', 'solution'];
    expect(Object.keys(params).filter((name) => own.includes(name))).toEqual([]);
    const { scale } = scene;
    if (scale)
      expect(Object.keys(params)).toHaveLength(
        Object.keys(scene.params).length + Object.keys(scale.params).length,
      );
  });

  /** Everything that is asked at a model. */
  const askedAt = (here: unknown, all: readonly Answer[]): Asked[] =>
    (scene.predictions?.(here) ?? []).map((prediction) => {
      const truth = all.find(({ name }) => name === prediction.answer);
      if (!truth) throw new Error(`${prediction.answer} is predicted, but it is no answer`);
      return { prediction, answer: truth, slips, model: here, instance: 0 };
    });

  it('marks the right answer right and every known slip as that slip', async () => {
    const predicted = new Map(askedAt(model, answers).map((each) => [each.answer.name, each]));
    for (const asked of predicted.values()) {
      const said = await markValue(asked.answer.value, asked);
      expect(said.verdict, said.message).toBe('right');
    }
    const known = Object.entries(expected.slips ?? {});
    expect(known.length > 0).toBe(slips.length > 0);
    for (const [field, hints] of known) {
      const asked = predicted.get(field);
      if (!asked) throw new Error(`${field} is not predicted, so its slips cannot be met`);
      for (const [wrong, hint] of Object.entries(hints)) {
        const said = await (await loadKind(asked.prediction.kind)).mark(wrong, asked);
        expect(said.verdict, `${field}: ${wrong}`).toBe('slip');
        expect(said.message).toContain(hint);
      }
    }
  });

  const instances = [
    { name: 'the defaults', values: defaults as Values },
    ...Array.from({ length: variants }, (_, i) => ({
      name: `variant ${i + 1}`,
      values: variantOf(scene, i + 1),
    })),
  ];

  it(`solves ${VARIANTS} variants: each step’s expression gives the model’s answer`, async () => {
    for (const { name, values } of instances) {
      const here = await modelOf(scene, values);
      const wanted = new Map(scene.answers(here).map((each) => [each.name, each]));
      const revealed = new Set<string>();
      for (const step of scene.solution(here)) {
        expect(step.title.length, name).toBeGreaterThan(0);
        expect(step.say.length, name).toBeGreaterThan(0);
        for (const [field, expression] of Object.entries(step.reveals ?? {})) {
          const truth = wanted.get(field);
          if (!truth) throw new Error(`${name} reveals ${field}, which is no answer`);
          expectClose(expression.value, truth.value);
          revealed.add(field);
        }
      }
      expect(
        [...wanted.keys()].filter((field) => !revealed.has(field)),
        name,
      ).toEqual([]);
    }
  });

  it('writes every line as TeX that KaTeX takes, and as text', async () => {
    for (const { values } of instances.slice(0, 12)) {
      for (const step of scene.solution(await modelOf(scene, values))) {
        const said = step.say.filter((part) => typeof part !== 'string');
        for (const expression of [...step.lines, ...said]) {
          for (const { tex } of lineOf(expression).faces)
            expect(() => texMarkup(tex)).not.toThrow();
          expect(lineText(expression)).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }
  });

  it('claims nothing that random numbers refute, but for lines that belong nowhere', async () => {
    const random = new Random(7);
    const holds = ({ details }: Expression): boolean =>
      Array.from({ length: 200 }, () => agrees(details.sides!(random))).every(Boolean);
    const isClaim = (said: unknown): said is Expression =>
      said instanceof Expression && said.details.sides !== undefined;
    for (const { lines } of scene.solution(model))
      for (const claim of lines.filter(isClaim)) expect(holds(claim), lineText(claim)).toBe(true);
    for (const asked of askedAt(model, answers).filter(
      ({ prediction: { kind } }) => kind === 'order',
    ))
      for (const line of Object.values(linesOf(asked)))
        if (isClaim(line.says))
          expect(holds(line.says), lineText(line.says)).toBe(!isDistractor(line));
  });

  it('draws variants that read well and in which no slip is right', async () => {
    for (let seed = 1; seed <= variants; seed += 1) {
      const values = variantOf(scene, seed);
      const here = await modelOf(scene, values);
      expect(scene.check?.(values) ?? []).toEqual([]);
      for (const [name, param] of Object.entries(scene.params)) {
        expect(param.parse(param.print(values[name])), name).toEqual(values[name]);
      }
      const all = scene.answers(here);
      for (const { name, value, format } of all) {
        const text = showValue(value, format);
        expect(text, `variant ${seed}: ${name}`).not.toMatch(/not a number/);
        if (!isNumeric(value)) continue;
        for (const entry of text.split(/[,;] /)) expect(entry.length, text).toBeLessThanOrEqual(14);
      }
      for (const asked of askedAt(here, all)) {
        const { name, value } = asked.answer;
        for (const slip of slips.filter(({ field }) => field === name)) {
          const wrong = slip.value(here);
          if (wrong === undefined) continue;
          const said = await markValue(wrong, asked);
          expect(said.verdict, `variant ${seed}: ${slip.hint}`).not.toBe('right');
          expect(slip.matches?.(value, here) ?? false, slip.hint).toBe(false);
        }
      }
    }
  });

  it('draws the same instances 1 to 3 as ever', () => {
    const { vary } = scene;
    const queries = (vary ? [1, 2, 3] : []).map((seed) => {
      const drawn = vary!(new Random(seed)) as Values;
      return Object.keys(scene.params)
        .filter((name) => name in drawn)
        .map((name) => `${name}=${print(drawn[name])}`)
        .join('&');
    });
    expect(queries).toEqual(expected.variants ?? []);
  });

  it('opens from its own link exactly as it was', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const session = await open(scene);
      session.set((scene.vary?.(new Random(seed)) ?? {}) as Values, true);
      await settled(session);
      session.stepBy(1);
      session.stepBy(1);
      const again = await open(scene, session.link.split('?')[1]);
      expect(again.link).toBe(session.link);
      expect(again.snapshot.values).toEqual(session.snapshot.values);
      expect(again.snapshot.t).toBe(2);
      expect(again.snapshot.unread).toEqual([]);
    }
  });

  it.each([
    '',
    'abc',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '0,5',
    '<img src=x onerror=alert(1)>',
    '1e308',
    ';',
    ',',
    '0',
    '-1',
    '1000000',
    '1;2,3',
  ])('keeps the last good picture when a field holds “%s”', async (text) => {
    for (const name of Object.keys(params)) {
      const session = await open(scene);
      session.edit({ [name]: text }, true);
      await settled(session);
      const { problems, texts, values, steps } = session.snapshot;
      expect(texts[name]).toBe(text);
      expect(steps.length).toBeGreaterThan(0);
      if (problems.length > 0) expect(values).toEqual(defaults);
      for (const { field, message } of problems) {
        expect(Object.keys(params)).toContain(field);
        expect(message.length).toBeGreaterThan(8);
      }
      const again = await open(scene, session.link.split('?')[1]);
      expect(again.snapshot.texts[name]).toBe(text);
    }
  });

  it('describes its picture in words, saying more as it unfolds', async () => {
    const session = await open(scene);
    const folded = describePicture(scene, session.snapshot);
    session.seek(session.snapshot.steps.length);
    const unfolded = describePicture(scene, session.snapshot);
    const { values, idle } = session.snapshot;
    for (const [name, value] of Object.entries(values)) {
      if (!(name in scene.params) || idle.includes(name) || !isNumeric(value)) continue;
      for (const x of numbersOf(value)) expect(folded, name).toContain(typeset(print(x)));
    }
    expect(unfolded).not.toBe(folded);
    // No TeX is left in what is read out: every command is known to src/solution/symbol.ts.
    const lines = session.snapshot.steps.flatMap(({ lines }) =>
      lines.map((line) => lineText(line)),
    );
    const asked = scene.predictions?.(session.snapshot.model) ?? [];
    const labels = asked.map(({ label }) => plainText(label));
    for (const said of [unfolded, ...lines, ...labels]) expect(said).not.toMatch(/[\\$]|[_^]\{/);
  });

  it('shows kernels at scale that there are', () => {
    for (const name of scene.scale?.kernels ?? []) expect([...kernelFiles.keys()]).toContain(name);
  });

  it('says the same in code, with the live numbers in it', async () => {
    const { code } = scene;
    if (!code) return;
    const sources = new Set<string>();
    for (const { values } of instances.slice(0, 4)) {
      const [first] = code(await modelOf(scene, values), () => '');
      sources.add(first.source);
    }
    expect(sources.size).toBe(Math.min(4, instances.length));
  });

  it('gives no number away in code before a step reveals it', async () => {
    const { code } = scene;
    if (!code) return;
    const folded = await Promise.all(
      instances.slice(0, 12).map(async ({ values }) => {
        const here = await modelOf(scene, values);
        const all = scene.answers(here);
        const listings = code(
          here,
          resultsOf(all, () => false),
        );
        const listed = longNumbers(listings.map(({ source }) => source));
        return { all, listed, given: longNumbers(Object.values(values).map(print)) };
      }),
    );
    // What stands in the program whatever the givens are is its own.
    const constants = folded.slice(1).map(({ listed }) => listed);
    const isConstant = (number: string): boolean =>
      constants.length > 0 && constants.every((listed) => listed.includes(number));
    // A number may stand there by chance; one that is told stands there in most instances.
    const seen = new Map<string, boolean[]>();
    for (const { all, listed, given } of folded) {
      const isOwn = (number: string): boolean => !given.includes(number) && !isConstant(number);
      for (const { name, value, format } of all.filter((each) => isNumeric(each.value))) {
        const forms = [print(value), pythonResult(value, format)]
          .map((text) => longNumbers([text]).filter(isOwn))
          .filter((numbers) => numbers.length > 0);
        if (forms.length === 0) continue;
        const told = forms.some((numbers) => numbers.every((number) => listed.includes(number)));
        seen.set(name, [...(seen.get(name) ?? []), told]);
      }
    }
    const leaked = [...seen].filter(([, told]) => told.filter(Boolean).length > told.length / 2);
    expect(leaked.map(([name]) => name)).toEqual([]);
  });
});
