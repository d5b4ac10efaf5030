// Compiles the AssemblyScript of a kernel, `shaders/<family>/<name>.wasm.ts`, when `./<name>.wasm.ts?simd` is
// imported: the module's default export holds the WebAssembly in base64, once with SIMD and once
// with relaxed SIMD (fused multiply-add) besides.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/assembly');
const IMPORT = '.wasm.ts?simd';

/** Switches of the compiler for each form a module is compiled to. */
const FORMS = {
  simd: ['--enable', 'simd'],
  relaxed: ['--enable', 'simd', '--enable', 'relaxed-simd'],
};
// All modules of a thread work in one memory, which they are handed.
const SWITCHES = ['-O3', '--runtime', 'stub', '--noAssert', '--importMemory'];
/** Bytes other than 0 that a module would put into memory, as WebAssembly's text has them. */
const CONSTANTS = /\(data [^"]*"(?!(?:\\00)*")/;

/**
 * A module's file and all that it imports, directly or not: a change of one compiles it anew.
 * @param {string} file
 */
function sourcesOf(file) {
  const sources = new Set([file]);
  for (const source of sources) {
    const text = readFileSync(source, 'utf8');
    for (const [, path] of text.matchAll(/^(?:import|export|\}).* from '(\.[^']+)';$/gm)) {
      sources.add(join(dirname(source), `${path}.ts`));
    }
  }
  return [...sources];
}

/** @param {string} file @param {string} version  of the compiler */
function keyOf(file, version) {
  const hash = createHash('sha256').update(JSON.stringify([version, SWITCHES, FORMS]));
  for (const source of sourcesOf(file)) {
    hash.update(basename(source)).update(readFileSync(source));
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {import('assemblyscript/asc')} asc
 * @param {string} file
 * @param {string[]} switches
 */
async function compileForm(asc, file, switches) {
  /** @type {Uint8Array | undefined} */
  let binary;
  let text = '';
  const entry = relative(root, file).replaceAll('\\', '/');
  const { error, stderr } = await asc.main(
    [entry, '--outFile', 'module.wasm', '--textFile', 'module.wat', ...SWITCHES, ...switches],
    {
      readFile(name, base) {
        try {
          return readFileSync(join(root, base, name), 'utf8');
        } catch {
          return null; // The compiler asks for every path a file might have in.
        }
      },
      writeFile(name, contents) {
        if (name === 'module.wat') text = String(contents);
        else binary = /** @type {Uint8Array} */ (contents);
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`${entry}: ${error?.message ?? ''}\n${stderr.toString()}`);
  if (CONSTANTS.test(text))
    throw new Error(`${entry}: constants would lie where others have theirs`);
  return Buffer.from(binary).toString('base64');
}

/**
 * The module of a file in base64, by form. The compiler takes seconds to load: what was compiled
 * once is kept among the installed packages, under the hash of all it depends on.
 * @param {string} file
 * @returns {Promise<Record<keyof typeof FORMS, string>>}
 */
export async function compileAssembly(file) {
  const manifest = join(root, 'node_modules/assemblyscript/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const kept = join(cache, `${basename(file)}-${keyOf(file, version)}.json`);
  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    // Not compiled yet.
  }
  const asc = await import('assemblyscript/asc');
  const forms = {
    simd: await compileForm(asc, file, FORMS.simd),
    relaxed: await compileForm(asc, file, FORMS.relaxed),
  };
  mkdirSync(dirname(kept), { recursive: true });
  // Another process may compile the same: a file appears whole or not at all.
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(forms));
  renameSync(`${kept}.${process.pid}`, kept);
  return forms;
}

/** @returns {import('vite').Plugin} */
export function assembly() {
  return {
    name: 'assembly',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(IMPORT)) return null;
      const file = id.slice(0, -'?simd'.length);
      for (const source of sourcesOf(file)) this.addWatchFile(source);
      return `export default ${JSON.stringify(await compileAssembly(file))};`;
    },
  };
}
