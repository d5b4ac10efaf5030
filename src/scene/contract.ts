import type { TemplateResult } from 'lit';
import type { Format } from '../math/format';
import type { Random } from '../math/random';
import type { Value } from '../math/value';
import type { Agreement, Compute } from '../compute/compute';
import type { Step } from '../solution/step';
import type { Params, ValuesOf } from '../state/params';
import type { Clock } from '../stage/clock';
import type { Stage, View } from '../stage/view';

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

/** A number, vector, matrix or word the exercise asks for, computed from the model. */
export interface Answer {
  readonly name: string;
  readonly value: Value;
  /** Three decimals unless said. */
  readonly format?: Format;
  /** What stands behind the number: `GiB`, `steps`. */
  readonly unit?: string;
}

/** A field in which the learner predicts an answer before anything is unfolded. */
export interface Prediction {
  /** The name of the answer it predicts. */
  readonly answer: string;
  readonly kind: 'number' | 'vector' | 'matrix' | 'choice';
  /** TeX in front of the field. */
  readonly tex: string;
  /** The accessible name, in words. */
  readonly label: string;
  /** For a choice: the words and what the reader sees. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** A known wrong way, recognised by the value it leads to. */
export interface Slip<M> {
  /** The name of the answer it goes wrong in. */
  readonly field: string;
  /** The wrong value at these givens, or nothing where the slip cannot happen. */
  value(model: M): Value | undefined;
  /** Names the slip and points to the way out, without giving the answer away. */
  readonly hint: string;
}

/** Source code that says the same thing, with the live numbers in it. */
export interface Listing {
  readonly title: string;
  readonly language: 'python' | 'wgsl' | 'typescript' | 'javascript';
  readonly source: string;
}

/** A prompt for a show of hands, and what to say afterwards. */
export interface Notes {
  readonly hands: string;
  readonly afterwards: string;
}

/** Where a program at scale stands: its device, its position on the page, and a way to be heard. */
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
  /** One sentence with what came out, for the status line and for screen readers. */
  readonly says: string;
}

/** A running program at scale. */
export interface ScaleView<V, M> {
  /** Computes and draws for these givens. The latest call wins: older ones see `signal` abort. */
  update(values: V, model: M, signal: AbortSignal): Promise<ScaleReport>;
  /** Length of the scale tab's own clock in ticks (optimiser steps, tiles); absent: no clock. */
  duration?(values: V): number;
  /** Draws tick `t` of that clock, from what `update` computed. */
  draw?(t: number): void | Promise<void>;
  /** Draws again at the stage's present size and colours; resolves when it is drawn. */
  resize(): void | Promise<void>;
  /** The picture's text alternative, with its numbers. */
  describe(): string;
  dispose(): void;
}

/** Givens on the At scale tab and the program they steer. */
export interface Scale<V, M> {
  /** One or two sentences: what runs here and what to look for. */
  readonly intro: string;
  /** Opens the program; anything heavy (three) is imported here and not before. */
  open(stage: ScaleStage<V>): Promise<ScaleView<V, M>>;
  /** Defaults that depend on the device, so that the first picture stands quickly. */
  defaults?(adapter: Compute['adapter']): Partial<V>;
  /** Givens that change nothing at these values: their controls are put away until they do. */
  idle?(values: V): readonly (keyof V & string)[];
  /** Names of the kernels it runs, to show their WGSL beside their twins. */
  readonly kernels: readonly string[];
}

/** One exercise. A scene leaves out what it does not need. */
export interface Scene<P extends Params = Params, M = unknown> {
  readonly card: Card;
  readonly params: P;
  /**
   * The ask in two or three sentences, with the givens in it: `given('Q')` places the control of a
   * given, and every given that is not on the At scale tab must be placed once.
   */
  problem(given: (name: keyof P & string) => TemplateResult, values: ValuesOf<P>): TemplateResult;
  /** What is wrong with givens that are fine one by one. */
  check?(values: ValuesOf<P>): Problem[];
  /** Everything the page says, in float64: pure, synchronous, without DOM or GPU. */
  model(values: ValuesOf<P>): M;
  /** The answers at this model, in the order of exercises. */
  answers(model: M): Answer[];
  /** The worked solution, step by step. */
  solution(model: M): Generator<Step>;
  /** What the learner is asked to predict, at these givens. */
  predictions(model: M): readonly Prediction[];
  readonly slips: readonly Slip<M>[];
  /** Givens of a fresh instance: readable answers, and slips that give wrong ones. */
  vary(random: Random): Partial<ValuesOf<P>>;
  /** The picture. */
  view(stage: Stage<ValuesOf<P>>): View<M>;
  /** The picture's text alternative at time t, with its numbers. */
  describe(model: M, t: number): string;
  readonly scale?: Scale<ValuesOf<P>, M>;
  /** The same in PyTorch or NumPy, with the live numbers in it. */
  code(model: M): Listing[];
  readonly notes: Notes;
}

/** Names a scene so that its types are checked where it is written. */
export const scene = <P extends Params, M>(definition: Scene<P, M>): Scene<P, M> => definition;

/** What a scene must show at its defaults: data for the suite, kept beside the scene. */
export interface Expected {
  /** The text of every answer at the defaults, as the exercise states it. */
  readonly answers: Readonly<Record<string, string>>;
  /** Wrong values people give, by answer, as they would type them, and words of the hint each meets. */
  readonly slips: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Givens of the instances 1 to 3, as queries: a changed generator would break links. */
  readonly variants: readonly [string, string, string];
}
