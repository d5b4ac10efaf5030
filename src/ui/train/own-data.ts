import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { BadValue } from '../../state/bad-value';
import { readPoints } from '../../train/csv';
import { tools, type Tool } from '../../train/painting';
import type { TrainSession } from '../../train/session';
import { params } from '../../train/settings';
import { PageElement } from '../page-element';

/** How a reader brings points of their own: painted on the plane, or pasted as a table. */
@customElement('unfold-own-data')
export class OwnData extends PageElement {
  @property({ attribute: false }) session!: TrainSession;
  @property() tool: Tool = 'move';
  @property({ attribute: false }) choose: (tool: Tool) => void = () => {};
  @state() private fault = '';
  @state() private notes: readonly string[] = [];
  private pasted = '';

  protected override render(): TemplateResult {
    return html`<fieldset class="tools">
        <legend>A press on the plane</legend>
        ${(Object.keys(tools) as Tool[]).map(
          (tool) =>
            html`<label
              ><input
                type="radio"
                name="train-tool"
                .checked=${tool === this.tool}
                @change=${() => this.choose(tool)}
              />${tools[tool]}</label
            >`,
        )}
      </fieldset>
      <p class="hint">With the keyboard: arrows move the cross, Enter uses the tool there.</p>
      <details class="paste">
        <summary>Paste a table</summary>
        <label for="train-csv">Lines of two numbers and a class, such as 0.5, −1.2, 1</label>
        <textarea
          class="field"
          id="train-csv"
          rows="5"
          spellcheck="false"
          aria-invalid=${this.fault ? 'true' : 'false'}
          aria-describedby=${this.fault ? 'train-csv-fault' : nothing}
          @input=${(event: Event) => (this.pasted = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <button type="button" class="button" @click=${this.take}>Use these points</button>
        ${this.fault ? html`<p class="fault" id="train-csv-fault">${this.fault}</p>` : nothing}
        ${this.notes.map((note) => html`<p class="hint" role="status">${note}</p>`)}
      </details>`;
  }

  private readonly take = (): void => {
    this.fault = '';
    this.notes = [];
    try {
      const { points, notes } = readPoints(this.pasted);
      this.session.edit({ points: params.points.print(points) }, true);
      this.notes = [`${points.length} points are on the plane.`, ...notes];
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      this.fault = `The table ${error.message}.`;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-own-data': OwnData;
  }
}
