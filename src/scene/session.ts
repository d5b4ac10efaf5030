import { Unfolding } from '../solution/unfolding';
import { sameValue } from '../math/value';
import { readQuery, readRoute, writeLink } from '../state/link';
import type { PageLocation } from '../state/location';
import { sameValues, type Values } from '../state/params';
import type { Clock } from '../stage/clock';
import { Address } from './address';
import type { ChatModel } from './chat-model';
import type { Scene } from './contract';
import { Givens } from './givens';
import { Player } from './player';
import { Derivation } from './run';
import type { Derived, RunStatus, Snapshot } from './snapshot';

const NOTHING: Derived = { model: undefined, steps: [], answers: [] };

/** One live exercise: the givens, the time, and what follows from them. It knows no DOM. */
export class Session {
  private state: Snapshot;
  private readonly listeners = new Set<() => void>();
  private readonly stopListening: () => void;
  private readonly givens: Givens;
  private readonly address: Address;
  private readonly derivation: Derivation;
  /** Givens that the link names: no other default replaces them. */
  private named: readonly string[] = [];
  /** The step the link asked for, while there are no steps yet. */
  private asked = 0;
  private chat?: ChatModel;
  /** What a derivation leads to is part of the change that began it. */
  private within = false;
  readonly player: Player;

  constructor(
    readonly scene: Scene,
    private readonly location: PageLocation,
    clock: Clock,
  ) {
    this.givens = new Givens(scene);
    this.address = new Address(location, clock);
    this.derivation = new Derivation(scene, (run, derived) => this.derived(run, derived));
    this.state = this.open();
    this.within = true;
    this.derive();
    this.within = false;
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
    return this.state.unfolding.step;
  }

  get link(): string {
    const { tab, variant, device, present, solutionHidden, unfolding } = this.state;
    return writeLink({
      number: this.scene.card.number,
      givens: this.givens.written(this.state, variant),
      step: unfolding.step,
      tab,
      variant,
      device,
      present,
      solution: solutionHidden ? 'hidden' : undefined,
    });
  }

  /** The full address of what is shown, to copy. */
  get fullAddress(): string {
    return this.location.address(this.link);
  }

  /** Whether an answer is shown: from the step that reveals it on, at the last one if none does. */
  shows(answer: string): boolean {
    const { steps, solutionHidden } = this.state;
    if (solutionHidden) return false;
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
    const written = this.givens.withPreset(texts, this.state.variant);
    this.change(() => this.write({ ...this.state.texts, ...written }), commit);
  }

  /** Sets some givens to values, as dragging does. */
  set(values: Values, commit: boolean): void {
    const { params } = this.givens;
    this.edit(
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, params[name].print(value)]),
      ),
      commit,
    );
  }

  /** Moves to a time; `commit` unless the reader is still scrubbing or it plays. */
  seek(t: number, commit = true): void {
    this.change(() => this.moveTo(t), commit);
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
    const base = this.givens.base(this.state.variant);
    this.change(() => this.write(this.givens.textsOf(base)), true);
  }

  /** A fresh instance, from a number that the link keeps. */
  newNumbers(): void {
    if (this.scene.vary) this.toVariant((this.state.variant ?? 0) + 1);
  }

  toOriginal(): void {
    this.toVariant(undefined);
  }

  show(changes: Partial<Pick<Snapshot, 'tab' | 'device' | 'present'>>): void {
    this.change(() => (this.state = { ...this.state, ...changes }), true);
  }

  /** Ends the run that is going on; what stands stays. */
  cancelRun(): void {
    this.derivation.cancel();
  }

  /** The reader's own chat model that runs ask, if one was plugged in. No link keeps it. */
  get ownModel(): ChatModel | undefined {
    return this.chat;
  }

  /** Has the reader's own model asked from now on, or the scripted one again. */
  ask(chat: ChatModel | undefined): void {
    this.chat = chat;
    this.derive();
  }

  /** Runs once more with the present givens. */
  runAgain(): void {
    this.derive();
  }

  /**
   * Other values to begin with for some givens, such as sizes that suit the device. A given that
   * the reader or the link has set keeps its value.
   */
  rebase(defaults: Values): void {
    const { state, givens } = this;
    const before = givens.base(state.variant, state.texts);
    givens.rebase(defaults);
    const after = givens.base(state.variant, state.texts);
    const [were, are] = [givens.textsOf(before), givens.textsOf(after)];
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
    this.state = { ...state, ...givens.read(texts, values) };
    this.tell();
  }

  dispose(): void {
    this.player.pause();
    this.stopListening();
    this.address.dispose();
    this.derivation.dispose();
    this.listeners.clear();
  }

  private toVariant(variant: number | undefined): void {
    this.player.pause();
    this.change(() => {
      this.state = { ...this.state, variant };
      this.write(this.givens.textsOf(this.givens.base(variant)));
      this.moveTo(0);
    }, true);
  }

  /** Makes a change, writes the address and tells everybody, once. */
  private change(make: () => void, commit: boolean): void {
    this.within = true;
    make();
    this.within = false;
    this.state = { ...this.state, changing: !commit };
    this.address.show(this.link, commit);
    this.tell();
  }

  private tell(): void {
    for (const changed of this.listeners) changed();
  }

  /** These texts stand in the fields; what they change is derived again. */
  private write(texts: Readonly<Record<string, string>>): void {
    const before = this.state.values;
    this.state = { ...this.state, ...this.givens.read(texts, before) };
    if (sameValues(this.state.values, before)) return;
    if (this.givens.changesModel(before, this.state.values)) {
      this.derive();
    }
  }

  private moveTo(t: number): void {
    const { steps, solutionHidden } = this.state;
    const to = solutionHidden ? 0 : Math.min(steps.length, Math.max(0, t));
    this.state = { ...this.state, t: to, unfolding: new Unfolding(steps, to) };
  }

  private derive(): void {
    this.derivation.start(this.state.values, this.chat);
  }

  private derived(run: RunStatus, derived?: Derived): void {
    const t = this.state.model === undefined ? this.asked : this.state.t;
    this.state = { ...this.state, run, ...derived };
    if (derived) this.moveTo(t);
    if (!this.within) this.tell();
  }

  /** The link changed under us: the reader went back or forward. */
  private reopen(): void {
    const route = readRoute(this.location.read());
    if (route.page !== 'exercise' || route.number !== this.scene.card.number) return;
    this.address.follow();
    this.player.pause();
    const before = this.state;
    this.state = this.open();
    this.within = true;
    if (before.model === undefined || this.givens.changesModel(before.values, this.state.values)) {
      this.derive();
    } else {
      const { run, model, steps, answers, by } = before;
      this.derived(run, { model, steps, answers, by });
    }
    this.within = false;
    this.tell();
  }

  private open(): Snapshot {
    const route = readRoute(this.location.read());
    const asked = readQuery(route.page === 'exercise' ? route.query : '', this.givens.params);
    this.named = Object.keys(asked.givens);
    this.asked = asked.step;
    const { vary, scale } = this.scene;
    const variant = vary ? asked.variant : undefined;
    const base = this.givens.base(variant, asked.givens);
    return {
      ...NOTHING,
      ...this.givens.read({ ...this.givens.textsOf(base), ...asked.givens }, base),
      run: { state: 'busy' },
      unread: asked.unread,
      t: 0,
      changing: false,
      unfolding: new Unfolding([], 0),
      tab: asked.tab === 'scale' && !scale ? 'hand' : asked.tab,
      variant,
      device: asked.device,
      present: asked.present,
      solutionHidden: asked.solution === 'hidden',
    };
  }
}
