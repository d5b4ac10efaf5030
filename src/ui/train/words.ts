import { print } from '../../math/format';
import { lossText, type Score } from '../../train/curve';
import type { Split } from '../../train/data-sets';
import type { Player } from '../../train/player';
import type { Run } from '../../train/run';
import { params, type Settings } from '../../train/settings';

/** `97 %`: never 100 % while one is wrong, never 0 % while one is right. */
export function percent(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return '99 %';
  if (rounded === 0 && share > 0) return '1 %';
  return `${rounded} %`;
}

/** Where a run stands, in a sentence. */
export function status({ look }: Player): string {
  if (!look) return '';
  const { step, training, test, right } = look.score;
  return `Step ${step}. Loss ${lossText(training)} in training, ${lossText(test)} on test examples; ${percent(right)} of these are on the right side.`;
}

/** The picture of the plane in words. */
export function describe({ step, test, right }: Score, split: Split): string {
  return `After ${step} steps the network puts ${percent(right)} of ${split.test.length} test examples on the right side, with a loss of ${lossText(test)}. It trains on ${split.training.length} others.`;
}

/** States that are kept to step back with. */
export function memoryWords({ count, bytes }: Run['memory']): string {
  const states = count === 1 ? 'One state is' : `${count} states are`;
  return `${states} kept to step back with, ${Math.ceil(bytes / 1024)} KiB.`;
}

/** What a population is of, where its settings are not seen. */
export function populationWords({ vary, from, to, networks, steps }: Settings): string {
  const { choices: sizes = {} } = params.networks;
  const { choices: lengths = {} } = params.steps;
  const { choices: kinds = {} } = params.vary;
  const range = vary === 'weights' ? '' : `, from ${print(from)} to ${print(to)}`;
  return `${sizes[networks]} networks, ${lengths[steps]} steps each. They differ only in the ${kinds[vary]}${range}.`;
}
