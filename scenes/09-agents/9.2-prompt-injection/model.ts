import {
  DEFENCES,
  type Attack,
  type Defence,
  type Outcome,
  type Recording,
  type Switches,
} from './recording';

export interface Givens extends Switches {
  readonly attack: Attack;
}

export interface Model extends Givens {
  readonly recording: Recording;
  /** The runs at these switches. */
  readonly here: Outcome;
  readonly leaked: Leak;
  readonly stoppedBy: Defence | 'nothing';
}

export type Leak = 'yes' | 'less likely' | 'no';

/** In how many of its runs something has left. */
export const leaksOf = ({ runs }: Outcome): number =>
  runs.filter(({ left }) => left.length > 0).length;

export function leakOf(outcome: Outcome): Leak {
  const leaks = leaksOf(outcome);
  return leaks === 0 ? 'no' : leaks === outcome.runs.length ? 'yes' : 'less likely';
}

export const isOn = (switches: Switches, others: Switches): boolean =>
  DEFENCES.every((name) => switches[name] === others[name]);

/** What the recorded runs at these switches led to. In the first run the model always obeys. */
export function observed(givens: Givens, recording: Recording): Model {
  const here = recording.find(
    ({ attack, switches }) => attack === givens.attack && isOn(switches, givens),
  )!;
  return {
    ...givens,
    recording,
    here,
    leaked: leakOf(here),
    stoppedBy: here.runs[0].cut ?? 'nothing',
  };
}

export const NAMES: Readonly<Record<Defence | 'nothing', string>> = {
  sanitise: 'sanitising',
  isolation: 'isolation',
  untrusted_data: 'marks in the prompt',
  least_privilege: 'least privilege',
  approval: 'approval',
  nothing: 'nothing',
};
