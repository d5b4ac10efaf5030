import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Listing } from '../scene/contract';
import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import type { Expression } from '../solution/expression';
import { lineTex } from '../solution/line';
import { resultsOf } from '../scene/python';
import { kernelSources } from '../scene/sources';
import './copy-button';
import { PageElement } from './page-element';
import { failureNotice } from './report';

/** The Code tab: the exercise in NumPy or PyTorch, and each kernel beside its CPU twin. */
@customElement('unfold-code')
export class CodePanel extends PageElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) snapshot!: Snapshot;
  @property({ type: Boolean }) shown = false;
  @state() private kernels: readonly (readonly Listing[])[] = [];
  @state() private failure?: { readonly error: unknown };
  private loading?: Promise<void>;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('shown') && this.shown) this.loading ??= this.load();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (this.shown) await this.loading;
    return done && super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    if (!this.shown) return html``;
    const { model, answers } = this.snapshot;
    const result = resultsOf(answers, (name) => this.session.shows(name));
    const listings = model === undefined ? [] : (this.session.scene.code?.(model, result) ?? []);
    const { steps } = this.snapshot;
    const unfolded = steps.slice(0, this.session.step).flatMap(({ lines }) => lines);
    return html`${[...listings, ...latexOf(unfolded)].map(listingOf)}
    ${this.kernels.map((forms) => html`<div class="twins">${forms.map(listingOf)}</div>`)}
    ${
      this.failure
        ? failureNotice(
            'The programs at scale could not be loaded.',
            this.failure.error,
            this.session.link,
            () => void this.load(),
          )
        : nothing
    }`;
  }

  private async load(): Promise<void> {
    const names = this.session.scene.scale?.kernels ?? [];
    try {
      this.kernels = await Promise.all(names.map(kernelSources));
      this.failure = undefined;
    } catch (error) {
      this.failure = { error };
    }
  }
}

/** The lines of the solution so far, for a document of one's own. */
const latexOf = (lines: readonly Expression[]): Listing[] =>
  lines.length === 0
    ? []
    : [{ title: 'Solution in LaTeX', language: 'latex', source: lines.map(lineTex).join('\n') }];

const listingOf = ({ title, source }: Listing): TemplateResult =>
  html`<div class="listing">
    <div class="title">
      <h2>${title}</h2>
      <unfold-copy .text=${() => source}></unfold-copy>
    </div>
    <pre translate="no" tabindex="0" aria-label=${title} role="region"><code>${source}</code></pre>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'unfold-code': CodePanel;
  }
}
