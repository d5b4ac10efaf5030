/** The switches, in the order in which an order from outside meets them. */
export const DEFENCES = [
  'sanitise',
  'isolation',
  'untrusted_data',
  'least_privilege',
  'approval',
] as const;
export type Defence = (typeof DEFENCES)[number];
export type Switches = Readonly<Record<Defence, boolean>>;

/** All settings of the switches, the fewer on the sooner. */
export const SETTINGS: readonly Switches[] = Array.from(
  { length: 2 ** DEFENCES.length },
  (_, bits) =>
    Object.fromEntries(DEFENCES.map((name, i) => [name, Boolean(bits & (1 << i))])) as Switches,
).sort((a, b) => countOf(a) - countOf(b));

/** How many of the switches are on. */
export function countOf(switches: Switches): number {
  return DEFENCES.filter((name) => switches[name]).length;
}

export const ATTACKS = ['plain', 'hidden', 'tool-output', 'link', 'encoded'] as const;
export type Attack = (typeof ATTACKS)[number];

/** The legs of its way: into the context of the model, to what the model wants, out of the house. */
export const LEGS = ['read', 'call', 'act'] as const;
export type Leg = (typeof LEGS)[number];

/** One run of the graph. */
export interface Run {
  /** What the agent's model had before it, from outside. */
  readonly read: string;
  /** What it wanted to do. */
  readonly call: string;
  /** The first defence that cut the way of the order, and on which leg. */
  readonly cut?: { readonly by: Defence; readonly leg: Leg };
  /** What has left: the mail sent, or the address a picture was loaded from. */
  readonly left?: string;
}

/** The runs of one attack against one setting of the switches: one, or two where the draw matters. */
export interface Outcome {
  readonly attack: Attack;
  readonly switches: Switches;
  readonly runs: readonly Run[];
}

/** The runs so far: in the end, every attack against every setting. */
export type Recording = readonly Outcome[];
