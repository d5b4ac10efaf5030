import { html, type TemplateResult } from 'lit';

/** Whose work is shipped with the app, as docs/CREDITS.md says in full. */
export const credits = (): TemplateResult =>
  html`<details class="credits">
    <summary>Credits and licence</summary>
    <p>
      Unfold is under the MIT licence. Photographs: an astronaut (NASA, public domain) and a cup of
      coffee (Rachel Michetti, CC0), both from the samples of scikit-image. Typefaces, all under the
      SIL Open Font License: Source Serif 4 (Adobe), Inter (The Inter Project Authors), JetBrains
      Mono (The JetBrains Mono Project Authors) and those of KaTeX. Libraries: Lit (BSD-3-Clause),
      KaTeX, three, CodeMirror and jsep (MIT), D3 (ISC).
    </p>
  </details>`;
