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
  /** The runs at these givens. In the first of them the model always obeys. */
  readonly here: Outcome;
  readonly leaked: Leak;
  readonly stoppedBy: Defence | 'nothing';
}

export type Leak = 'yes' | 'less likely' | 'no';

/** In how many of its runs something has left. */
export const leaksOf = ({ runs }: Outcome): number =>
  runs.filter(({ left }) => left !== undefined).length;

export function leakOf(outcome: Outcome): Leak {
  const leaks = leaksOf(outcome);
  return leaks === 0 ? 'no' : leaks === outcome.runs.length ? 'yes' : 'less likely';
}

export const alike = (a: Switches, b: Switches): boolean =>
  DEFENCES.every((name) => a[name] === b[name]);

/** Whether these are the runs at these givens. */
export const isAt = ({ attack, switches }: Outcome, givens: Givens): boolean =>
  attack === givens.attack && alike(switches, givens);

export function observed(givens: Givens, recording: Recording): Model {
  const here = recording.find((outcome) => isAt(outcome, givens))!;
  return {
    ...givens,
    recording,
    here,
    leaked: leakOf(here),
    stoppedBy: here.runs[0].cut?.by ?? 'nothing',
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

/** What each attack is called in the picture. */
export const ATTACK_NAMES: Readonly<Record<Attack, string>> = {
  plain: 'in plain sight',
  hidden: 'hidden',
  'tool-output': 'by a tool',
  link: 'by a picture',
  encoded: 'encoded',
};
