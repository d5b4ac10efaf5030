import { choice, KernelError, scaleFor, textGiven, wholeGiven } from '../../../src/author';
import { stateLength } from '../../../shaders/optimiser/lib/optimizer-blocks';
import type { Givens } from './model';
import { checkExpression, surfaceNames, views } from './surfaces';

const LARGEST = 1_048_576;

export const scale = scaleFor<Givens>()({
  params: {
    surface: choice({
      label: 'surface',
      default: 'himmelblau',
      choices: surfaceNames,
    }),
    expression: textGiven({
      label: 'f(x, y)',
      default: 'sin(x)*cos(y)+x^2/20+y^2/20',
      maxLength: 200,
      check: checkExpression,
    }),
    walkers: wholeGiven({
      label: 'walkers',
      default: 8192,
      min: 1,
      max: 1_048_576,
      step: 1024,
      logarithmic: true,
    }),
    view: choice({ label: 'view', default: 'surface', choices: views }),
  },
  uses: ['lr', 'optimizer', 'momentum', 'beta1', 'beta2', 'epsilon'],
  question: 'Which learning rate diverges first?',
  intro:
    'One optimiser, many walkers: how they descend, where they end, and every lr with every $\\mu$.',
  kernels: ['swarm', 'surface_grid', 'basins', 'phase_diagram'],
  idle: ({ surface }) => (surface === 'own' ? [] : ['expression']),
  defaults: (adapter) => ({ walkers: adapter === 'hardware' ? 262_144 : 8192 }),
  async open(stage) {
    if (stage.compute.limits.tensorLength < stateLength(LARGEST)) {
      throw new KernelError('this device allows too little memory for a million walkers');
    }
    return (await import('./descent-at-scale')).descentAtScale(stage);
  },
});
