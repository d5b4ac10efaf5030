// The law of the imports, as tables: the linter and tests/imports read them.

/**
 * The folders that code lives in, and three single files. A folder imports from itself and from the levels above it here;
 * folders of one level do not know each other.
 */
export const levels = [
  ['src/math'],
  ['src/state', 'src/solution', 'src/compute', 'src/sandbox'],
  ['shaders'],
  ['src/learn'],
  ['src/stage'],
  ['src/scene'],
  ['src/author.ts'],
  ['src/train'],
  ['src/ui'],
  ['src/main.ts', 'src/embed.ts'],
];

/** Folders that may import less than their level allows, or stand outside the levels. */
export const narrower = {
  shaders: ['src/math', 'src/compute'],
  // Scenes do not know each other either: each is a folder that can be added or taken away.
  scenes: ['src/author.ts', 'src/learn', 'shaders'],
};

/**
 * A library that weighs too much to be met by accident: the one file that may import it, or the one
 * of every scene. Code that readers are shown imports what it needs by name, so a scene that runs
 * LangChain has it in its own `run.ts`.
 */
export const libraries = [
  { library: 'three', owner: 'src/stage/three.ts' },
  { library: '@langchain', owner: 'scenes/*/*/run.ts' },
];

/** What is loaded with every scene, or as a scene opens, and so must not carry these along. */
export const lightEntries = [
  { file: 'src/author.ts', without: ['three'] },
  { file: 'scenes/*/*/scene.ts', without: ['@langchain', 'src/learn'] },
];

/**
 * What only one file may touch. "a.b" is the property of a global, "a" a global, ".a" a property
 * of whatever object. Without an owner nobody may.
 * @type {{ power: string, owner?: string, why: string }[]}
 */
export const powers = [
  {
    power: 'Math.random',
    owner: 'src/math/random.ts',
    why: 'what is drawn must be drawn again the same: take numbers from the seeded generator',
  },
  {
    power: 'Date.now',
    owner: 'src/stage/clock.ts',
    why: 'a test freezes time: take it from the clock',
  },
  {
    power: 'setInterval',
    owner: 'src/stage/clock.ts',
    why: 'a hidden or idle page asks for no frames: let the clock tick',
  },
  {
    power: 'navigator.gpu',
    owner: 'src/compute/device.ts',
    why: 'there is one device, and one file that knows what to do when there is none',
  },
  {
    power: 'location',
    owner: 'src/state/location.ts',
    why: "an exercise in another's page does not touch its URL: use the location it was given",
  },
  {
    power: 'history',
    owner: 'src/state/location.ts',
    why: "an exercise in another's page does not touch its history: use the location it was given",
  },
  {
    power: '.innerHTML',
    why: 'what a reader wrote is never markup: use Lit, KaTeX or textContent',
  },
  {
    power: '.outerHTML',
    why: 'what a reader wrote is never markup: use Lit, KaTeX or textContent',
  },
  {
    power: '.insertAdjacentHTML',
    why: 'what a reader wrote is never markup: use Lit, KaTeX or textContent',
  },
];
