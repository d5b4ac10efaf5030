import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import type { Step } from '../solution/step';
import type { Clock } from '../stage/clock';
import { line, mathText, proseText } from './math';
import { PageElement } from './page-element';

/** Milliseconds without a change after which folded steps are brought up to date too. */
const AT_REST = 200;

const FOLDED_AWAY =
  'In this link the solution stays folded away. It is no secret: without solution=hidden in the address, the page unfolds it.';

/** The worked solution: every step in the list, those not yet unfolded hidden. */
@customElement('unfold-solution')
export class Solution extends PageElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) snapshot!: Snapshot;
  @property({ attribute: false }) clock!: Clock;
  /** Folded steps are written too: on paper all are seen. */
  @property({ attribute: false }) whole = false;
  /** Folded steps are only written while nothing moves, so that dragging costs what is seen. */
  @state() private atRest = false;
  private cancel: (() => void) | undefined;
  private followed = 0;
  /** The button that unfolds the next step has the focus. */
  private unfolding = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('snapshot')) return;
    this.unfolding = document.activeElement?.matches('.next-step') ?? false;
    this.atRest = false;
    this.cancel?.();
    this.cancel = this.clock.after(AT_REST, this.writeAll);
  }

  /** Brings a step just unfolded into view in its column; focus stays where it was. */
  follow(): void {
    const { step } = this.session;
    if (step > this.followed)
      this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    this.followed = step;
  }

  protected override updated(): void {
    if (this.atRest) this.reachWideLines();
    // The button that unfolded the last step is gone: what it unfolded takes the focus over.
    if (this.unfolding && !this.querySelector('.next-step')) {
      this.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
    }
  }

  protected override render(): TemplateResult {
    const { steps, solutionHidden } = this.snapshot;
    const { step } = this.session;
    const next = steps.at(step);
    return html`<section aria-label="Solution">
      <ol class="steps">
        ${steps.map((content, i) => this.item(content, i + 1, step))}
      </ol>
      ${solutionHidden ? html`<p class="folded-away">${FOLDED_AWAY}</p>` : nothing}
      ${
        next && !solutionHidden
          ? html`<button type="button" class="next-step" @click=${() => this.session.stepBy(1)}>
              <span class="badge" aria-hidden="true">${step + 1}</span>
              <span
                ><span class="sr-only">Unfold step ${step + 1}: </span>${mathText(next.title)}</span
              >
            </button>`
          : nothing
      }
    </section>`;
  }

  private item(content: Step, number: number, step: number): TemplateResult {
    const hidden = number > step;
    return html`<li
      data-step=${number}
      tabindex="-1"
      ?hidden=${hidden}
      aria-current=${number === step ? 'step' : nothing}
    >
      <span class="badge" aria-hidden="true">${number}</span>
      ${this.isWritten(hidden) ? stepBody(content, this.snapshot.changing) : nothing}
    </li>`;
  }

  /** A folded step is written at rest, for paper, and never where the solution stays folded away. */
  private isWritten(hidden: boolean): boolean {
    return !hidden || ((this.atRest || this.whole) && !this.snapshot.solutionHidden);
  }

  /** A line wider than its column is scrolled by keys as well, and so can have the focus. */
  private reachWideLines(): void {
    for (const wide of this.querySelectorAll<HTMLElement>('li:not([hidden]) > .line')) {
      const scrolls = wide.scrollWidth > wide.clientWidth + 1;
      wide.role = scrolls ? 'group' : null;
      wide.ariaLabel = scrolls ? 'Formula, scrolled sideways' : null;
      if (scrolls) wide.tabIndex = 0;
      else wide.removeAttribute('tabindex');
    }
  }

  private readonly writeAll = (): void => {
    this.atRest = true;
  };
}

/** The sentence of a step and its lines; `changing` while a change of their numbers goes on. */
export const stepBody = ({ say, lines }: Step, changing = false): TemplateResult =>
  html`<p class="say">${proseText(say)}</p>
    ${lines.map((expression) => html`<div class="line" ${line(expression, changing)}></div>`)}`;

declare global {
  interface HTMLElementTagNameMap {
    'unfold-solution': Solution;
  }
}
