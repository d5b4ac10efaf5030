// Which modules travel in one file. Left to itself the bundler makes a file of each set of modules that
// the same pages need: fifty requests for an exercise, most of them for less than a kilobyte.
import { normalizePath } from 'vite';
import { root } from './ensure.mjs';

/** @typedef {import('vite').Rolldown.ChunkingContext} Context */
/** @typedef {(id: string, context: Context) => string | null} Name */

/** By how many exercises and programs a module must be needed to come with the kit that all load. */
const SHARED_BY = 9;

/** @type {Map<string, Set<string>>} */
const closures = new Map();

/**
 * Whether `page`, a file of src, needs a module from its beginning: imports it, or imports what does.
 * @param {string} page @param {string} id @param {Context} context
 */
function needs(page, id, context) {
  const known = closures.get(page);
  if (known) return known.has(id);
  const closure = new Set([normalizePath(`${root}src/${page}`)]);
  for (const each of closure) {
    for (const imported of context.getModuleInfo(each)?.importedIds ?? []) {
      closure.add(imported);
    }
  }
  closures.set(page, closure);
  return closure.has(id);
}

const app = 'main.ts';
const exercise = 'ui/exercise.ts';
const others = ['ui/presenter.ts', 'ui/train/page.ts'];

/** @type {Name} What the contents and the pages that come after them both need. */
const common = (id, context) =>
  needs(app, id, context) && [exercise, ...others].some((page) => needs(page, id, context))
    ? 'common'
    : null;

/** @type {Name} What an exercise, its presenter and the page to train on need. */
const page = (id, context) =>
  !needs(app, id, context) && [exercise, ...others].every((page) => needs(page, id, context))
    ? 'page'
    : null;

/** Fields for predictions of less than a kilobyte: nearly every exercise asks for one of them. */
const commonFields =
  /[\\/]src[\\/]ui[\\/](kinds[\\/](choice|matrix|number|vector)|prediction-cells)\.ts$/;

/** @type {Name} */
const ofExercise = (id, context) =>
  !needs(app, id, context) && (needs(exercise, id, context) || commonFields.test(id))
    ? 'exercise'
    : null;

/** @type {Name} What most exercises draw and derive with. */
const kit = (id, context) =>
  !needs(app, id, context) && /[\\/]src[\\/](author\.ts|math|scene|solution|stage|state)/.test(id)
    ? 'kit'
    : null;

/** @type {Name} The forms of a kernel in WGSL, which are read together. */
const forms = (id) => /[\\/]shaders[\\/]\w+[\\/](\w+)[^\\/]*\.wgsl/.exec(id)?.[1] ?? null;

/** For `codeSplitting`: the group that is named first takes the module. */
export const groups = [
  { name: common, priority: 5 },
  { name: page, priority: 4 },
  { name: ofExercise, priority: 3 },
  { name: kit, minShareCount: SHARED_BY, priority: 2 },
  { name: forms, priority: 1 },
];
