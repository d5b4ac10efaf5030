import { KernelError, type Scale, type ScaleStage } from '../../../src/author';
import { stateLength } from '../../../shaders/optimiser/lib/optimizer-blocks';
import { DescentAtScale } from './descent-at-scale';
import type { Model } from './model';
import type { ScaleGivens } from './settings';

const LARGEST = 1_048_576;

export const scale: Scale<ScaleGivens, Model> = {
  intro:
    'One optimiser, many walkers: how they descend, where they end, and every lr with every μ.',
  kernels: ['swarm', 'surface_grid', 'basins', 'phase_diagram'],
  idle: ({ surface }) => (surface === 'own' ? [] : ['expression']),
  defaults: (adapter) => ({ walkers: adapter === 'hardware' ? 262_144 : 8192 }),
  open: (stage: ScaleStage<ScaleGivens>) => {
    if (stage.compute.limits.tensorLength < stateLength(LARGEST)) {
      throw new KernelError('this device allows too little memory for a million walkers');
    }
    return Promise.resolve(new DescentAtScale(stage));
  },
};
