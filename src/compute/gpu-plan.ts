import type { QueuedCall } from './gpu-queue';
import { checkTurns, type Plan, type PlannedCall, type Turn } from './plan';

/** A planned call with all that its dispatches share. */
export interface ReadyDispatch {
  readonly planned: PlannedCall;
  readonly dispatch: QueuedCall;
}

/**
 * Rounds of dispatches. Calls whose knobs stay are queued as they are; those that a turn speaks of
 * differ in their `params` alone, so that bind groups are shared by all.
 */
export function gpuPlan(
  calls: readonly ReadyDispatch[],
  queue: (dispatch: QueuedCall) => void,
): Omit<Plan, 'release'> {
  const planned = calls.map((call) => call.planned);
  return {
    run(rounds, turns = []) {
      checkTurns(planned, rounds, turns);
      const each = calls.map((call, i) => ({ call, own: turns.filter((turn) => turn.call === i) }));
      for (let round = 0; round < rounds; round += 1) {
        for (const { call, own } of each) queue(inRound(call, own, round));
      }
    },
  };
}

function inRound({ planned, dispatch }: ReadyDispatch, turns: readonly Turn[], round: number) {
  if (turns.length === 0) return dispatch;
  const now = Object.fromEntries(turns.map(({ knob, values }) => [knob, values[round]]));
  const { call } = planned;
  const params = dispatch.program.params({ ...call, knobs: { ...call.knobs, ...now } });
  return { ...dispatch, params };
}
