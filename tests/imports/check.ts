// Holds sources to the law of tools/law.mjs, and says in a sentence where one breaks it.
import { posix } from 'node:path';
import { levels, libraries, lightEntries, narrower, powers } from '../../tools/law.mjs';
import { importsIn, powersIn } from './parse';
import type { Import } from './parse';

/** Every file of the app by its path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

const isCode = (path: string) => /\.ts$/.test(path);

/** The folder a file stands in: "src/math", "src/author.ts", "shaders"; undefined outside the law. */
function folderOf(path: string): string | undefined {
  const [first, second] = path.split('/');
  const folder = first === 'src' ? `src/${second}` : first;
  const folders = [...levels.flat(), ...Object.keys(narrower)];
  return folders.find((known) => known === folder);
}

/** The folders a folder may import from, besides itself. */
function allowedFor(folder: string): string[] {
  const narrow = (narrower as Record<string, string[]>)[folder];
  return (
    narrow ??
    levels
      .slice(
        0,
        levels.findIndex((level) => level.includes(folder)),
      )
      .flat()
  );
}

/** The file a relative specifier means; the specifier itself when it names a library. */
function resolve(from: string, specifier: string, sources: Sources): string {
  const plain = specifier.replace(/\?.*$/, '');
  if (!/^[./]/.test(plain)) return plain;
  const path = plain.startsWith('/') ? plain.slice(1) : posix.join(posix.dirname(from), plain);
  const found = [path, `${path}.ts`, `${path}/index.ts`].find((name) => sources.has(name));
  return found ?? `${path} (which is not there)`;
}

/** Whether a path is the one named; a star stands for any folder. */
const isFile = (path: string, named: string): boolean => {
  const folders = path.split('/');
  const wanted = named.split('/');
  return (
    folders.length === wanted.length && wanted.every((one, i) => one === '*' || one === folders[i])
  );
};

const isOf = (library: string) => (specifier: string) =>
  specifier === library || specifier.startsWith(`${library}/`);

/** The folder of the scene a file belongs to: scenes/<module>/<scene>. */
const sceneOf = (path: string) => path.split('/').slice(0, 3).join('/');

function checkImport(from: string, { specifier, kind }: Import, sources: Sources): string[] {
  const target = resolve(from, specifier, sources);
  if (!/^[./]/.test(specifier)) {
    return libraries
      .filter(
        ({ library, owner }) => isOf(library)(target) && kind !== 'type' && !isFile(from, owner),
      )
      .map(({ library, owner }) => `${from} imports ${library}, which only ${owner} may.`);
  }
  const folder = folderOf(from);
  if (folder === undefined) return [];
  const to = folderOf(target);
  const sameScene = folder === 'scenes' && to === 'scenes' && sceneOf(from) === sceneOf(target);
  const inside = folder === to && (folder !== 'scenes' || sameScene);
  const allowed = allowedFor(folder);
  if (sources.has(target) && (inside || (to !== undefined && allowed.includes(to)))) return [];
  return [`${from} imports ${target}; it may import from ${allowed.join(', ') || 'nowhere else'}.`];
}

function checkPowers(from: string, source: string): string[] {
  const names = powers.map(({ power }) => power);
  return powersIn(from, source, names).flatMap((used) => {
    const { owner, why } = powers.find(({ power }) => power === used)!;
    return owner === from ? [] : [`${from} uses ${used}: ${why}.`];
  });
}

/** What comes along when a file is loaded: the files, and the libraries by their names. */
export function staticClosure(entry: string, sources: Sources): Set<string> {
  const reached = new Set([entry]);
  for (const path of reached) {
    const source = sources.get(path);
    if (source === undefined || !isCode(path)) continue;
    for (const { specifier, kind } of importsIn(path, source)) {
      // What is imported as text brings nothing with it.
      if (kind === 'static' && !specifier.endsWith('?raw'))
        reached.add(resolve(path, specifier, sources));
    }
  }
  return reached;
}

const checkLightEntries = (sources: Sources): string[] =>
  lightEntries.flatMap(({ file, without }) =>
    [...sources.keys()]
      .filter((path) => isFile(path, file))
      .flatMap((path) =>
        [...staticClosure(path, sources)].flatMap((reached) =>
          without
            .filter((heavy) => isOf(heavy)(reached))
            .map((heavy) => `${path} carries ${heavy} along, by ${reached}.`),
        ),
      ),
  );

/** What a file imports among the sources, types included. */
const importedBy = (path: string, sources: Sources): string[] =>
  importsIn(path, sources.get(path)!)
    .map(({ specifier }) => resolve(path, specifier, sources))
    .filter((target) => sources.has(target) && isCode(target));

/** Files that import each other in a circle, a sentence a circle: none can be read before the others. */
function checkCircles(sources: Sources): string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const circles: string[] = [];
  const follow = (path: string): void => {
    const since = trail.indexOf(path);
    if (since !== -1) circles.push([...trail.slice(since), path].join(' imports '));
    if (since !== -1 || done.has(path)) return;
    trail.push(path);
    for (const target of importedBy(path, sources)) follow(target);
    trail.pop();
    done.add(path);
  };
  for (const path of sources.keys()) if (isCode(path)) follow(path);
  return circles.map((circle) => `A circle: ${circle}.`);
}

/** Every breach of the law, as sentences. */
export function breaches(sources: Sources): string[] {
  const files = [...sources].filter(([path]) => isCode(path));
  return [
    ...files
      .filter(([path]) => folderOf(path) === undefined && !path.endsWith('.d.ts'))
      .map(([path]) => `${path} stands in no folder that the law knows.`),
    ...files.flatMap(([path, source]) => [
      ...importsIn(path, source).flatMap((imported) => checkImport(path, imported, sources)),
      ...checkPowers(path, source),
    ]),
    ...checkCircles(sources),
    ...checkLightEntries(sources),
  ];
}
