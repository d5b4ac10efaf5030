import { print } from '../math/format';
import { Random } from '../math/random';
import { sameValue } from '../math/value';
import type { Step } from '../solution/step';
import {
  readGivens,
  readQuery,
  readRoute,
  writeLink,
  type DeviceChoice,
  type Tab,
} from '../state/link';
import { defaultsOf, sameValues, type Values } from '../state/params';
import type { PageLocation } from '../state/location';
import type { Clock } from '../stage/clock';
import type { Answer, Problem, Scene } from './contract';
import { Player } from './player';

/** Everything an exercise page shows, derived from the link. Replaced whole at every change. */
export interface Snapshot {
  /** The last good values: what picture, steps and answers are about. */
  readonly values: Values;
  /** What stands in each field, good or bad. */
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** Sentences about parts of the link that could not be read. */
  readonly unread: readonly string[];
  readonly model: unknown;
  readonly steps: readonly Step[];
  readonly answers: readonly Answer[];
  /** From 0 (all folded) to `steps.length`; fractions are motion between steps. */
  readonly t: number;
  readonly tab: Tab;
  readonly variant: number | undefined;
  /** The device the reader asked for, if any. */
  readonly device: DeviceChoice | undefined;
  readonly present: boolean;
  /** Set for homework: solution and answers stay folded away. */
  readonly solution: 'hidden' | undefined;
}

/**
 * One live exercise: the link, the givens and the time, and what follows from them. It knows no DOM.
 *
 * History: a change that is going on (typing, dragging, playing) opens one entry and then replaces
 * it, so that back undoes the whole of it.
 */
export class Session {
  private state: Snapshot;
  private readonly listeners = new Set<() => void>();
  private readonly stopListening: () => void;
  /** A change has opened a history entry and is still going on. */
  private changing = false;
  private defaults: Values = {};
  /** Givens that the link names: no other default replaces them. */
  private named: readonly string[] = [];
  readonly player: Player;

  constructor(
    readonly scene: Scene,
    private readonly location: PageLocation,
    clock: Clock,
  ) {
    this.state = this.open();
    this.stopListening = location.listen(() => this.reopen());
    this.player = new Player(clock, {
      time: () => this.state.t,
      end: () => this.state.steps.length,
      seek: (t, going) => this.seek(t, !going),
    });
  }

  get snapshot(): Snapshot {
    return this.state;
  }

  /** The step shown last, counting from 1; 0 when all is folded. */
  get step(): number {
    return Math.floor(this.state.t + 1e-9);
  }

  get link(): string {
    return this.linkOf(this.state);
  }

  /** The full address of what is shown, to copy. */
  get address(): string {
    return this.location.address(this.link);
  }

  /** Whether an answer is shown: from the step that reveals it on, at the last one if none does. */
  shows(answer: string): boolean {
    const { steps } = this.state;
    const index = steps.findIndex(({ reveals }) => reveals && answer in reveals);
    return this.step >= (index < 0 ? steps.length : index + 1);
  }

  /** Calls back after every change; returns how to stop. */
  subscribe(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  /** Writes into the fields of some givens, as link text; `commit` when the reader is done. */
  edit(texts: Readonly<Record<string, string>>, commit: boolean): void {
    this.change(this.withTexts(this.state, { ...this.state.texts, ...texts }), commit);
  }

  /** Sets some givens to values, as dragging does. */
  set(values: Values, commit: boolean): void {
    const { params } = this.scene;
    this.edit(
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, params[name].print(value)]),
      ),
      commit,
    );
  }

  /** Moves to a time; `commit` unless the reader is still scrubbing or it plays. */
  seek(t: number, commit = true): void {
    const end = this.state.steps.length;
    this.change({ ...this.state, t: Math.min(end, Math.max(0, t)) }, commit);
  }

  /** Unfolds the next step, or folds the last one. */
  stepBy(direction: 1 | -1): void {
    this.player.pause();
    const { t } = this.state;
    this.seek(direction > 0 ? Math.floor(t + 1e-9) + 1 : Math.ceil(t - 1e-9) - 1);
  }

  home(): void {
    this.player.pause();
    this.seek(0);
  }

  /** Back to the numbers the exercise (or its variant) began with. */
  restore(): void {
    const base = this.baseOf(this.state.variant);
    this.change(this.withTexts(this.state, this.textsOf(base)), true);
  }

  /** A fresh instance, from a number that the link keeps. */
  newNumbers(): void {
    this.toVariant((this.state.variant ?? 0) + 1);
  }

  toOriginal(): void {
    this.toVariant(undefined);
  }

  show(changes: Partial<Pick<Snapshot, 'tab' | 'device' | 'present'>>): void {
    this.change({ ...this.state, ...changes }, true);
  }

  /**
   * Other values to begin with for some givens, such as sizes that suit the device. A given that
   * the reader or the link has set keeps its value.
   */
  rebase(defaults: Values): void {
    const { state } = this;
    const before = this.baseOf(state.variant);
    this.defaults = { ...this.defaults, ...defaults };
    const after = this.baseOf(state.variant);
    const [were, are] = [this.textsOf(before), this.textsOf(after)];
    const texts = Object.fromEntries(
      Object.entries(state.texts).map(([name, text]) => [
        name,
        text === were[name] && !this.named.includes(name) ? are[name] : text,
      ]),
    );
    // Behind a field that cannot be read stands the default, which is now another.
    const values = Object.fromEntries(
      Object.entries(state.values).map(([name, value]) => [
        name,
        sameValue(value, before[name]) ? after[name] : value,
      ]),
    );
    this.state = this.withTexts({ ...state, ...this.derive(values) }, texts);
    for (const changed of this.listeners) changed();
  }

  dispose(): void {
    this.player.pause();
    this.stopListening();
    this.listeners.clear();
  }

  private toVariant(variant: number | undefined): void {
    this.player.pause();
    const texts = this.textsOf(this.baseOf(variant));
    this.change({ ...this.withTexts(this.state, texts), variant, t: 0 }, true);
  }

  private change(next: Snapshot, commit: boolean): void {
    this.state = { ...next, t: Math.min(next.t, next.steps.length) };
    const { link } = this;
    if (link === this.location.read()) {
      this.changing &&= !commit;
    } else {
      if (this.changing) this.location.replace(link);
      else this.location.push(link);
      this.changing = !commit;
    }
    for (const changed of this.listeners) changed();
  }

  /** The link changed under us: the reader went back or forward. */
  private reopen(): void {
    const route = readRoute(this.location.read());
    if (route.page !== 'exercise' || route.number !== this.scene.card.number) return;
    this.changing = false;
    this.player.pause();
    this.state = this.open();
    for (const changed of this.listeners) changed();
  }

  private open(): Snapshot {
    const route = readRoute(this.location.read());
    const asked = readQuery(route.page === 'exercise' ? route.query : '', this.scene.params);
    this.named = Object.keys(asked.givens);
    const base = this.baseOf(asked.variant);
    const start = this.derive(base);
    const opened = this.withTexts(
      {
        ...start,
        texts: {},
        problems: [],
        unread: asked.unread,
        t: 0,
        tab: asked.tab === 'scale' && !this.scene.scale ? 'hand' : asked.tab,
        variant: asked.variant,
        device: asked.device,
        present: asked.present,
        solution: asked.solution,
      },
      { ...this.textsOf(base), ...asked.givens },
    );
    return { ...opened, t: Math.min(asked.step, opened.steps.length) };
  }

  private baseOf(variant: number | undefined): Values {
    const { params, vary } = this.scene;
    const fresh = variant === undefined ? {} : vary(new Random(variant));
    return { ...defaultsOf(params), ...(fresh as Values), ...this.defaults };
  }

  private textsOf(values: Values): Record<string, string> {
    const { params } = this.scene;
    return Object.fromEntries(
      Object.keys(params).map((name) => [name, params[name].print(values[name])]),
    );
  }

  private derive(values: Values): Pick<Snapshot, 'values' | 'model' | 'steps' | 'answers'> {
    const model = this.scene.model(values);
    return {
      values,
      model,
      steps: [...this.scene.solution(model)],
      answers: this.scene.answers(model),
    };
  }

  /** The snapshot with these texts in its fields; the picture keeps the last good values. */
  private withTexts(from: Snapshot, texts: Readonly<Record<string, string>>): Snapshot {
    const read = readGivens(this.scene.params, texts);
    const values = { ...from.values, ...read.values };
    const together = this.scene.check?.(values) ?? [];
    const problems = [...read.problems, ...together];
    const good = together.length === 0;
    const changed = good && !sameValues(values, from.values);
    return { ...from, ...(changed ? this.derive(values) : {}), texts, problems };
  }

  private linkOf(state: Snapshot): string {
    const { card, params } = this.scene;
    const base = this.baseOf(state.variant);
    const givens = Object.keys(params).flatMap((name): [string, string][] => {
      const text = state.texts[name];
      const bad = state.problems.some(({ field }) => field === name);
      // What is bad only beside another given may itself be as it began.
      if (bad) return text === params[name].print(base[name]) ? [] : [[name, text]];
      const value = params[name].parse(text);
      return sameValue(value, base[name]) ? [] : [[name, print(value)]];
    });
    return writeLink({
      number: card.number,
      givens,
      step: Math.floor(state.t + 1e-9),
      tab: state.tab,
      variant: state.variant,
      device: state.device,
      present: state.present,
      solution: state.solution,
    });
  }
}
