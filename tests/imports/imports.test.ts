import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../tools/ensure.mjs';
import { breaches, staticClosure } from './check';
import { importsIn } from './parse';

/** Every file below the three folders of the app. */
function readSources(): Map<string, string> {
  const folders = ['src', 'scenes', 'shaders'].filter((folder) => existsSync(join(root, folder)));
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(
    paths.map((path) => [
      path.slice(root.length).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}

// Hundreds of files are parsed, by a compiler that has to be loaded first.
describe('the app', { timeout: 180_000 }, () => {
  const sources = readSources();

  test('is really read', () => {
    const imports = [...sources].flatMap(([path, source]) =>
      path.endsWith('.ts') ? importsIn(path, source) : [],
    );
    expect(imports.length).toBeGreaterThan(10);
    expect(importsIn('x.ts', sources.get('src/scene/contract.ts')!)).toContainEqual({
      specifier: '../state/params',
      kind: 'type',
    });
  });

  test('keeps the law of the imports', () => {
    expect(breaches(sources)).toEqual([]);
  });
});

/** A small app that keeps the law, with something planted in it. */
function appWith(planted: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries({
      'src/math/sum.ts': 'export const sum = (a: number, b: number) => a + b;',
      'src/math/random.ts': 'export const draw = () => Math.random();',
      'src/state/location.ts': 'export const here = () => location.hash + window.history.length;',
      'src/compute/device.ts': 'export const door = navigator.gpu;',
      'src/learn/tape.ts': "import '../../shaders/softmax/softmax';",
      'src/stage/clock.ts': 'export const now = () => Date.now();',
      'src/stage/three.ts': "import * as three from 'three/webgpu'; export { three };",
      'src/stage/lazy.ts': "export const load = () => import('./three');",
      'src/author.ts': "export * from './math/sum'; export * from './stage/lazy';",
      'src/main.ts': "import './author'; import './ui/page';",
      'src/ui/page.ts': "import '../state/location'; import './page.css';",
      'src/ui/page.css': '',
      'shaders/softmax/softmax.ts': "import '../../src/math/sum'; import './softmax.wgsl?raw';",
      'shaders/softmax/softmax.wgsl': '',
      'scenes/01-a/1.1-b/view.ts':
        "import '../../../src/author'; import './model'; import 'd3-scale';",
      'scenes/01-a/1.1-b/model.ts': "import '../../../shaders/softmax/softmax';",
      'scenes/01-a/1.1-b/run.ts': "import '@langchain/core/messages';",
      'scenes/01-a/1.1-b/scene.ts':
        "import './view'; import './run.ts?raw'; export const trace = () => import('./run');",
      ...planted,
    }),
  );
}

test('an app that keeps the law is let through', () => {
  expect(breaches(appWith({}))).toEqual([]);
});

test('what only looks like a breach is let through', () => {
  const lookalikes = `
    import type { Mesh } from 'three';
    interface Run { history: number[]; location: string; gpu: boolean }
    export function last(run: Run, history: number[]) {
      return [run.history, run.location, run.gpu, history.at(-1), { location: 1 }];
    }
    export type M = Mesh;`;
  expect(breaches(appWith({ 'src/stage/view.ts': lookalikes }))).toEqual([]);
});

const planted: [title: string, path: string, source: string, breach: RegExp][] = [
  ['an import to the right', 'src/math/bad.ts', "import '../stage/clock';", /src\/stage\/clock/],
  [
    'an import of a type to the right',
    'src/math/bad.ts',
    "import type { x } from '../stage/clock';",
    /clock/,
  ],
  ['a lazy import to the right', 'src/math/bad.ts', "void import('../stage/clock');", /clock/],
  ['a re-export to the right', 'src/math/bad.ts', "export * from '../stage/clock';", /clock/],
  ['a type in passing', 'src/math/bad.ts', "let x: import('../stage/clock').X;", /clock/],
  [
    'a worker to the right',
    'src/math/bad.ts',
    "new URL('../stage/clock.ts', import.meta.url);",
    /clock/,
  ],
  ['an import between peers', 'src/state/bad.ts', "import '../compute/device';", /compute\/device/],
  [
    'a scene that reaches into src',
    'scenes/01-a/1.1-b/bad.ts',
    "import '../../../src/math/sum';",
    /math\/sum/,
  ],
  [
    'a scene that reaches into another',
    'scenes/01-a/1.2-c/bad.ts',
    "import '../1.1-b/model';",
    /1\.1-b\/model/,
  ],
  [
    'a scene that loads three',
    'scenes/01-a/1.1-b/bad.ts',
    "import { Mesh } from 'three';",
    /three/,
  ],
  [
    'a kernel that reaches too far',
    'shaders/bad.ts',
    "import '../src/state/location';",
    /state\/location/,
  ],
  [
    'src reaching into a scene',
    'src/ui/bad.ts',
    "import '../../scenes/01-a/1.1-b/model';",
    /scenes/,
  ],
  ['three outside its file', 'src/stage/bad.ts', "import { storage } from 'three/tsl';", /three/],
  [
    'three along with author.ts',
    'src/stage/lazy.ts',
    "export * from './three';",
    /author\.ts carries three/,
  ],
  [
    'learn along with a scene',
    'src/stage/lazy.ts',
    "import '../learn/tape';",
    /scene\.ts carries src\/learn/,
  ],
  [
    'LangChain outside the run of a scene',
    'scenes/01-a/1.1-b/bad.ts',
    "import { END } from '@langchain/langgraph/web';",
    /bad\.ts imports @langchain/,
  ],
  [
    'LangChain along with a scene',
    'scenes/01-a/1.1-b/scene.ts',
    "import './run';",
    /scene\.ts carries @langchain along, by @langchain/,
  ],
  ['a file that is not there', 'src/ui/bad.ts', "import './gone';", /not there/],
  [
    'files that import each other in a circle',
    'scenes/01-a/1.1-b/model.ts',
    "import type { View } from './view';",
    /A circle: .*view\.ts imports .*model\.ts imports .*view\.ts/,
  ],
  ['a file in no known folder', 'src/helpers/bad.ts', '', /no folder/],
  ['Math.random', 'src/ui/bad.ts', 'const x = Math.random();', /Math\.random/],
  ['Math.random taken apart', 'src/ui/bad.ts', 'const { random } = Math;', /Math\.random/],
  ['Date.now by its name as text', 'src/ui/bad.ts', "Date['now']();", /Date\.now/],
  ['navigator.gpu behind a cast', 'src/ui/bad.ts', '(navigator as any).gpu;', /navigator\.gpu/],
  ['navigator.gpu of the window', 'src/ui/bad.ts', 'window.navigator.gpu;', /navigator\.gpu/],
  ['location', 'src/ui/bad.ts', "location.hash = '#/';", /location/],
  ['the location of the document', 'src/ui/bad.ts', 'document.location.reload();', /location/],
  ['history', 'src/ui/bad.ts', 'history.back();', /history/],
  ['setInterval', 'src/ui/bad.ts', 'setInterval(() => 1, 2);', /setInterval/],
  ['innerHTML', 'src/ui/bad.ts', "element.innerHTML = '<b>';", /innerHTML/],
];

test.each(planted)('%s is caught', (_title, path, source, breach) => {
  const found = breaches(appWith({ [path]: source }));
  expect(found).toEqual([expect.stringMatching(breach)]);
});

test('the closure of a file follows static imports and no others', () => {
  expect([...staticClosure('src/main.ts', appWith({}))].sort()).toEqual([
    'src/author.ts',
    'src/main.ts',
    'src/math/sum.ts',
    'src/stage/lazy.ts',
    'src/state/location.ts',
    'src/ui/page.css',
    'src/ui/page.ts',
  ]);
});
