import type { Compute, Scale } from '../../../src/author';
import { NOISE } from './carry';
import { GradientsAtScale } from './gradients-at-scale';
import type { Givens, Model } from './model';

/** What a reader can change on the At scale tab. */
export interface ScaleGivens extends Givens {
  /** Units of each network. */
  readonly hidden: number;
  readonly networks: number;
  /** The largest spectral radius on the axis. */
  readonly radius: number;
  /** Steps the gradient is carried back. */
  readonly horizon: number;
}

const sizes: Readonly<
  Record<Compute['adapter'], Pick<ScaleGivens, 'hidden' | 'networks' | 'horizon'>>
> = {
  hardware: { hidden: 256, networks: 8, horizon: 200 },
  software: { hidden: 96, networks: 8, horizon: 100 },
  cpu: { hidden: 96, networks: 8, horizon: 100 },
};

export const scale: Scale<ScaleGivens, Model> = {
  intro: `Random tanh networks, driven by noise of deviation ${NOISE}. Entries of W are normal with deviation radius/√hidden (the circular law). A vector is carried back: colour is the mean logarithm of its length.`,
  kernels: ['rnn_step', 'rnn_step_back', 'mean_log_norm', 'normals', 'transpose'],
  defaults: (adapter) => sizes[adapter],
  open: (stage) => Promise.resolve(new GradientsAtScale(stage)),
};
