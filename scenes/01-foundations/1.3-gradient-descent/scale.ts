import { KernelError, type Scale, type ScaleStage } from '../../../src/author';
import { stateLength } from '../../../shaders/lib/optimizer-blocks';
import { DescentAtScale } from './descent-at-scale';
import type { Model } from './model';
import type { ScaleGivens } from './settings';

const LARGEST = 1_048_576;

export const scale: Scale<ScaleGivens, Model> = {
  intro:
    'The same optimiser with the same learning rate on surfaces of two variables, up to a million walkers at once; the basins they end in; and every learning rate with every momentum. Play to let the swarm descend.',
  kernels: ['swarm', 'surface_grid', 'basins', 'phase_diagram'],
  defaults: (adapter) => ({ walkers: adapter === 'hardware' ? 262_144 : 16_384 }),
  open: (stage: ScaleStage<ScaleGivens>) => {
    if (stage.compute.limits.tensorLength < stateLength(LARGEST)) {
      throw new KernelError('this device allows too little memory for a million walkers');
    }
    return Promise.resolve(new DescentAtScale(stage));
  },
};
