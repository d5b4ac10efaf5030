import { html, type TemplateResult } from 'lit';

/**
 * What the points of the plane are, and whether those it is tested on are among them, where that is to be
 * chosen.
 */
export const planeKey = (showTest: boolean, toggle: (() => void) | undefined): TemplateResult =>
  html`<div class="plane-key">
    <span
      ><svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
        <circle class="example positive" cx="8" cy="8" r="6" />
      </svg>
      class +1</span
    >
    <span
      ><svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
        <rect class="example negative" x="2.5" y="2.5" width="11" height="11" />
      </svg>
      class −1</span
    >
    ${
      toggle
        ? html`<label class="check"
            ><input type="checkbox" .checked=${showTest} @change=${toggle} />test examples</label
          >`
        : html`<span>pale, in a dark line: test examples</span>`
    }
  </div>`;
