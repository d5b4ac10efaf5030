// Writes the faces the page is set in: `node tools/cut-fonts.mjs`. Its result is committed; run it
// again after a change of a face or of the weights.
import { mkdirSync, writeFileSync } from 'node:fs';
import { root } from './ensure.mjs';
import { cutFaces, folder } from './faces.mjs';

mkdirSync(root + folder, { recursive: true });
for (const [name, face] of await cutFaces()) writeFileSync(root + folder + name, face);
