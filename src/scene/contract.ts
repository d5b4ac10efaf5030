import type { TemplateResult } from 'lit';
import type { Format } from '../math/format';
import type { Random } from '../math/random';
import type { Value } from '../math/value';
import type { Agreement, Compute } from '../compute/compute';
import type { Step } from '../solution/step';
import type { Unfolding } from '../solution/unfolding';
import type { Params, Values, ValuesOf } from '../state/params';
import type { Clock } from '../stage/clock';
import type { Predicted } from '../stage/predicted';
import type { Stage, View } from '../stage/view';
import type { ChatModel } from './chat-model';

// Text for readers may hold mathematics between dollar signs: 'Divide by $\\sqrt{d_k}$.'

/** The eager, light face of a scene: what the contents page shows. `card.ts`, default export. */
export interface Card {
  /** `4.2`; its module is the part before the point. */
  readonly number: string;
  readonly title: string;
  /** One sentence. */
  readonly blurb: string;
  /** The text of a static SVG of at most 2 KB, viewBox 0 0 160 100, coloured by role classes. */
  readonly thumbnail: string;
}

/** Something wrong with the givens taken together, named beside one of their fields. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** What the exercise asks for, computed from the model: a number, a list, words, a table. */
export interface Answer {
  readonly name: string;
  readonly value: Value;
  /** Three decimals unless said. */
  readonly format?: Format;
  /** What stands behind the number: `GiB`, `steps`. */
  readonly unit?: string;
  /** What it is, in words, where no prediction names it; the page shows no bare `half_life`. */
  readonly label?: string;
  /** What a reader sees of a word, alone or in a list, where that is not the word itself: `can explode` for `explodes`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A field in which the learner predicts an answer before anything is unfolded. */
export interface Prediction {
  /** The name of the answer it predicts. */
  readonly answer: string;
  /** The kind of field: a module of `src/ui/kinds`. */
  readonly kind: string;
  /** TeX in front of the field. */
  readonly tex?: string;
  /** What is predicted, in the words of the ask: the field's accessible name. */
  readonly label: string;
  /** For kinds that choose: the words an answer can be, with what the reader sees of each ($…$). */
  readonly choices?: Readonly<Record<string, string>>;
  /** What else a kind needs; see the kind. */
  readonly options?: unknown;
}

/** A known wrong way, recognised by the value it leads to. */
export interface Slip<M> {
  /** The name of the answer it goes wrong in. */
  readonly field: string;
  /** The wrong value at these givens, or nothing where the slip cannot happen. */
  value(model: M): Value | undefined;
  /** Where many values come of the slip: whether one does. `value` is then an example. */
  matches?(value: Value, model: M): boolean;
  /** Names the slip and points to the way out, without giving the answer away. */
  readonly hint: string;
  /** Parts of the picture the hint speaks of; absent: what the answer is computed from. */
  readonly highlights?: readonly string[];
}

/** Source code that says the same thing, with the live numbers in it. */
export interface Listing {
  readonly title: string;
  readonly language: 'python' | 'wgsl' | 'typescript' | 'javascript' | 'latex';
  readonly source: string;
}

/** A prompt for a show of hands, and what to say afterwards. */
export interface Notes {
  readonly hands: string;
  readonly afterwards: string;
}

/** Where a program at scale stands: its device, its place on the page, and a way to be heard. */
export interface ScaleStage<V> extends Stage<V> {
  readonly compute: Compute;
  readonly clock: Clock;
  /** Says how far a long computation has come, from 0 to 1. */
  progress(fraction: number): void;
  /** Something that is not a given has changed, such as the reader's own picture: update again. */
  again(): void;
}

/** What a program at scale reports when its picture stands. */
export interface ScaleReport {
  /** How much was computed, and in what: 16,777,216 “scores”. */
  readonly count: number;
  readonly unit: string;
  /** Milliseconds on the current device, from the first dispatch to its completion. */
  readonly elapsed: number;
  readonly agreement: Agreement;
  /** One sentence that answers the tab's question with what was measured, numbers in it. */
  readonly finding: string;
  /** What else is worth knowing, behind “details”. */
  readonly details?: string;
}

/** A running program at scale. `V`: the values of all givens, those by hand included. */
export interface ScaleView<V> {
  /** Computes and draws for these givens. The latest call wins: older ones see `signal` abort. */
  update(values: V, signal: AbortSignal): Promise<ScaleReport>;
  /** Length of the scale tab's own clock in ticks (optimiser steps, tiles); absent: no clock. */
  duration?(values: V): number;
  /** Where that clock stands when a picture opens: what `update` has come to; absent: where it stood. */
  opensAt?(values: V): number | undefined;
  /**
   * Draws tick `t` of that clock, from what `update` computed. A run that goes on live may take a piece
   * of the way to `t` and draw where it stands then.
   */
  draw?(t: number): void | Promise<void>;
  /** Whether more of that way is ahead: the tick wanted by then is drawn next. */
  ahead?(): boolean;
  /** The finding at the tick that was drawn, where it is another at each; absent: that of the report. */
  finding?(): string | undefined;
  /** Draws again at the stage's present size and colours; resolves when it is drawn. */
  resize(): void | Promise<void>;
  /** The picture's text alternative, with its numbers. */
  describe(): string;
  dispose(): void;
}

/** A choice among known settings, with what other givens begin with at each; what is written wins. */
export interface Presets<P extends Params = Params> {
  readonly given: keyof P & string;
  readonly values: Readonly<Record<string, Partial<ValuesOf<P>>>>;
}

/**
 * The At scale tab: its givens, and a program that is imported when the tab opens. `scale.ts`.
 * `V`: the values of all givens, those by hand included; `S`: the givens of this tab.
 */
export interface Scale<V = Values, S extends Params = Params> {
  /** Givens of this tab; they never touch the model. */
  readonly params: S;
  /** Givens by hand that count here too: a class sees these and no others. */
  readonly uses?: readonly (keyof V & string)[];
  /** What the reader is to find out, answered by the picture. */
  readonly question: string;
  /** What is asked at these givens instead, where the tab has several pictures. */
  asks?(values: V): string | undefined;
  /** One or two sentences: what runs here. */
  readonly intro: string;
  /** Names of the kernels it runs, to show their WGSL beside their twins. */
  readonly kernels: readonly string[];
  /** Imports and opens the program: `async (stage) => new (await import('./…')).…(stage)`. */
  open(stage: ScaleStage<V>): Promise<ScaleView<V>>;
  /** Defaults that depend on the device, so that the first picture stands quickly. */
  defaults?(adapter: Compute['adapter']): Partial<ValuesOf<S>>;
  readonly presets?: Presets<S>;
  /** What is wrong with givens that are fine one by one. */
  check?(values: V): Problem[];
  /** Givens that change nothing at these values: their controls are put away until they do. */
  idle?(values: V): readonly (keyof S & string)[];
}

/**
 * One exercise. A scene leaves out what it does not need. `P`: its givens by hand; `M`: its model;
 * `T`: the recording of a run, for a scene that runs something; `S`: the givens of its At scale tab.
 */
export interface Scene<
  P extends Params = Params,
  M = unknown,
  T = unknown,
  S extends Params = Params,
> {
  readonly card: Card;
  /** The givens by hand. */
  readonly params: P;
  /**
   * The ask in two or three sentences, with the givens in it: `given('Q')` places the control of a
   * given, and every given must be placed once.
   */
  problem(given: (name: keyof P & string) => TemplateResult, values: ValuesOf<P>): TemplateResult;
  /** What is wrong with givens that are fine one by one. */
  check?(values: ValuesOf<P>): Problem[];
  /** Givens that change nothing at these values: their controls are dimmed until they do. */
  idle?(values: ValuesOf<P>): readonly (keyof P & string)[];
  readonly presets?: Presets<P>;
  /**
   * Runs what cannot be a formula (a graph of agents, training) and records it as plain data. A long
   * run tells what is recorded so far: the page shows that while the rest goes on.
   */
  trace?(values: ValuesOf<P>, signal: AbortSignal, tell?: (soFar: T) => void): Promise<T>;
  /**
   * The same with a chat model of the reader's own in place of the scripted one. Its presence has the
   * page offer that. What the picture shows of an answer must say whose it is.
   */
  traceWith?(values: ValuesOf<P>, chat: ChatModel, signal: AbortSignal): Promise<T>;
  /** Everything the page says, in float64: pure, synchronous, without DOM or GPU. */
  model(values: ValuesOf<P>, trace: T): M;
  /** The answers at this model, in the order of exercises. */
  answers(model: M): Answer[];
  /** The worked solution, step by step. */
  solution(model: M): Generator<Step>;
  /** What the learner is asked to predict, at these givens. */
  predictions?(model: M): readonly Prediction[];
  readonly slips?: readonly Slip<M>[];
  /** Givens of a fresh instance: readable answers, and slips that give wrong ones. */
  vary?(random: Random): Partial<ValuesOf<P>>;
  /** The picture. */
  view(stage: Stage<ValuesOf<P>>): View<M>;
  /** What the picture shows that the solution does not say, for its text alternative. */
  describe?(model: M, unfolding: Unfolding, predicted: Predicted): string;
  /** What a part of the picture is, where the expression that makes it does not say enough. */
  explain?(model: M, unfolding: Unfolding, part: string): string | undefined;
  readonly scale?: Scale<ValuesOf<P> & ValuesOf<S>, S>;
  /**
   * The same in PyTorch or NumPy, with the live numbers in it: `result('out')` is an answer as
   * Python prints it, or dots before a step has revealed it.
   */
  code?(model: M, result: (answer: string) => string): Listing[];
  readonly notes: Notes;
}

/** Names a scene so that its types are checked where it is written. */
export const scene = <P extends Params, M, T = undefined, S extends Params = Params>(
  definition: Scene<P, M, T, S>,
): Scene<P, M, T, S> => definition;

/** The At scale tab of a scene whose givens by hand are `G`, its types checked where it is written. */
export const scaleFor =
  <G>() =>
  <S extends Params>(definition: Scale<G & ValuesOf<S>, S>): Scale<G & ValuesOf<S>, S> =>
    definition;

/** Every given of a scene, by hand and at scale, in the order links write them. */
export const paramsOf = ({ params, scale }: Pick<Scene, 'params' | 'scale'>): Params =>
  scale ? { ...params, ...scale.params } : params;

/** What a scene must show at its defaults: data for the suite, kept beside the scene. */
export interface Expected {
  /** The text of every answer at the defaults, as the exercise states it. */
  readonly answers: Readonly<Record<string, string>>;
  /** Wrong values people give, by answer, as they would type them, and words of the hint each meets. */
  readonly slips?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Givens of the instances 1 to 3, as queries: a changed generator would break links. */
  readonly variants?: readonly [string, string, string];
}
