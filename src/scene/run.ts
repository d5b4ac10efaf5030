import type { Values } from '../state/params';
import type { ChatModel } from './chat-model';
import type { Scene } from './contract';
import type { Derived, RunStatus } from './snapshot';

/** What a derivation tells: how it stands, and what it led to once it is done. */
export type Told = (run: RunStatus, derived?: Derived) => void;

const derive = (scene: Scene, values: Values, trace: unknown, by?: string): Derived => {
  const model = scene.model(values, trace);
  return { model, steps: [...scene.solution(model)], answers: scene.answers(model), by };
};

/**
 * Derives everything from the givens by hand: at once for a formula; for a scene that runs
 * something when its run is over, and before that from what it tells, the latest run only.
 */
export class Derivation {
  private abort: AbortController | undefined;

  constructor(
    private readonly scene: Scene,
    private readonly told: Told,
  ) {}

  /** Tells before it returns where nothing has to run. With `chat` that model is asked. */
  start(values: Values, chat?: ChatModel): void {
    this.abort?.abort();
    const { scene } = this;
    if (!scene.trace) {
      this.told({ state: 'done' }, derive(scene, values, undefined));
      return;
    }
    const abort = (this.abort = new AbortController());
    const tell = (state: 'busy' | 'done', trace: unknown): void => {
      if (!abort.signal.aborted) this.told({ state }, derive(scene, values, trace, chat?.name));
    };
    this.told({ state: 'busy' });
    const running =
      chat && scene.traceWith
        ? scene.traceWith(values, chat, abort.signal)
        : scene.trace(values, abort.signal, (soFar) => tell('busy', soFar));
    running
      .then((trace) => tell('done', trace))
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        this.told({ state: 'failed', message: `The run failed: ${message.replace(/\.$/, '')}.` });
      });
  }

  /** Ends a run that is going on; what was derived before stays. */
  cancel(): void {
    if (!this.abort || this.abort.signal.aborted) return;
    this.abort.abort();
    this.told({ state: 'cancelled' });
  }

  dispose(): void {
    this.abort?.abort();
  }
}
