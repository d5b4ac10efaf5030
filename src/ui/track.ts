import type { Player } from '../scene/player';
import type { ScaleRunner } from '../scene/scale-runner';
import type { Session } from '../scene/session';

/** What a transport drives: the steps of a solution, or the clock of a program at scale. */
export interface Track {
  readonly player: Player;
  readonly t: number;
  readonly end: number;
  /** What one unit of it is called: step, tick. */
  readonly unit: string;
  /** What stands at the present time, in words. */
  readonly says: string;
  seek(t: number, commit: boolean): void;
  stepBy(direction: 1 | -1): void;
  home(): void;
}

/** What the transport of the tab drives: nothing on Code, and nothing where a program has no clock. */
export function trackOf(session: Session, runner: ScaleRunner | undefined): Track | undefined {
  const { tab, solutionHidden } = session.snapshot;
  if (tab === 'hand') return solutionHidden ? undefined : solutionTrack(session);
  return tab === 'scale' && runner && runner.duration > 0 ? scaleTrack(runner) : undefined;
}

function solutionTrack(session: Session): Track {
  const { steps, t } = session.snapshot;
  const { step } = session;
  return {
    player: session.player,
    t,
    end: steps.length,
    unit: 'step',
    says: step === 0 ? 'All folded' : `Step ${step} of ${steps.length}: ${steps[step - 1].title}`,
    seek: (to, commit) => session.seek(to, commit),
    stepBy: (direction) => session.stepBy(direction),
    home: () => session.home(),
  };
}

function scaleTrack(runner: ScaleRunner): Track {
  const move = (t: number): void => {
    runner.player.pause();
    runner.seek(t);
  };
  return {
    player: runner.player,
    t: runner.t,
    end: runner.duration,
    unit: 'tick',
    says: `Tick ${Math.floor(runner.t)} of ${runner.duration}`,
    seek: (to) => runner.seek(to),
    stepBy: (direction) => move(Math.floor(runner.t) + direction),
    home: () => move(0),
  };
}
