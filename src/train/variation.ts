import type { Settings } from './settings';

/** What the networks of a population may differ in, and the setting it is. */
const settingOf = { weights: 'network', lr: 'lr', scale: 'scale' } as const;

/** What a network has of its own among others of its shape. */
export type Member = Pick<Settings, (typeof settingOf)[Settings['vary']]>;

/**
 * The networks of a population. With these settings in place of those of the page, each of them is the
 * network that is trained alone.
 */
export function membersOf(settings: Settings, size: number): Member[] {
  const { network, lr, scale, vary } = settings;
  return valuesOf(settings, size).map((value) => ({
    network,
    lr,
    scale,
    [settingOf[vary]]: value,
  }));
}

/** What the networks differ in, one number for each. */
function valuesOf({ vary, from, to }: Settings, size: number): number[] {
  return Array.from({ length: size }, (_, i) =>
    vary === 'weights' ? i : spaced(from, to, size === 1 ? 0 : i / (size - 1)),
  );
}

/** Numbers as evenly far from each other on a logarithmic axis as four digits can be, both ends included. */
const spaced = (from: number, to: number, part: number): number =>
  Number((from * (to / from) ** part).toPrecision(4));

/** The value by which a network differs from those beside it. */
export const valueOf = (member: Member, { vary }: Pick<Settings, 'vary'>): number =>
  member[settingOf[vary]];

/** Whether the settings of the page are those of this network of a population. */
export const isOpen = (member: Member, settings: Settings): boolean =>
  Object.values(settingOf).every((name) => member[name] === settings[name]);

/**
 * What a population follows from: all settings but those its networks differ in, how many there are and
 * how long they are trained, and the weights that were set by hand.
 */
export function populationKey(settings: Settings): string {
  const others = [settingOf[settings.vary], 'networks', 'steps', 'edits'];
  // A range counts only where one is used.
  if (settings.vary === 'weights') others.push('from', 'to');
  return JSON.stringify(settings, (key, value: unknown) =>
    others.includes(key) ? undefined : value,
  );
}
