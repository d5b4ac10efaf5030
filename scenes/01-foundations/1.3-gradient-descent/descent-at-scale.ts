import { SwitchedAtScale, type ScaleStage } from '../../../src/author';
import { BasinsMode } from './basins-mode';
import { PhaseMode } from './phase-mode';
import { SurfaceMode } from './surface-mode';
import type { ScaleGivens } from './settings';
import './scale.css';

/** Three pictures of descent: walkers on a surface, where they end, and how fast they get there. */
export const descentAtScale = (stage: ScaleStage<ScaleGivens>) =>
  new SwitchedAtScale(stage, ({ view }) => view, {
    surface: (on) => SurfaceMode.open(on),
    basins: (on) => new BasinsMode(on),
    phase: (on) => new PhaseMode(on),
  });
