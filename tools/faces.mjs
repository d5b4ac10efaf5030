// The variable faces the page is set in, cut down to the weights it uses. All glyphs and features stay.
import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { root } from './ensure.mjs';

/** Where the cut faces are kept. */
export const folder = 'src/ui/fonts/';

/** From regular to bold: what the styles of the page ask for. */
export const weights = { min: 400, max: 700 };

/** The faces, by the package they come from and the alphabets of each that are shipped. */
const faces = {
  inter: ['latin', 'greek'],
  'source-serif-4': ['latin', 'greek'],
  'jetbrains-mono': ['latin'],
};

/** Every file, with its bytes. @returns {Promise<Map<string, Buffer>>} */
export async function cutFaces() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const [face, alphabets] of Object.entries(faces)) {
    for (const alphabet of alphabets) {
      const name = `${face}-${alphabet}-wght-normal.woff2`;
      const source = `${root}node_modules/@fontsource-variable/${face}/files/${name}`;
      const cut = await subsetFont(readFileSync(source), '', {
        keepAllGlyphs: true,
        targetFormat: 'woff2',
        variationAxes: { wght: weights },
      });
      files.set(`${face}-${alphabet}.woff2`, cut);
    }
  }
  return files;
}
