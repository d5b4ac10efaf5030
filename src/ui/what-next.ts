import { html, nothing, type TemplateResult } from 'lit';
import type { Card } from '../scene/contract';
import type { Session } from '../scene/session';

/** Every prediction is right: that it is so, and what comes next. */
export function whatNext(session: Session, next: Card | undefined): TemplateResult {
  const { steps, solutionHidden } = session.snapshot;
  const folded = !solutionHidden && session.step < steps.length;
  return html`<p class="solved">
    <span>All of it is right.</span>
    ${
      folded
        ? html`<button type="button" class="button" @click=${() => session.stepBy(1)}>
            ${session.step === 0 ? 'See why' : 'See the next step'}
          </button>`
        : nothing
    }
    ${
      session.scene.vary
        ? html`<button type="button" class="button" @click=${() => session.newNumbers()}>
            Try another variant
          </button>`
        : nothing
    }
    ${
      next
        ? html`<a class="button" href="#/${next.number}">Go on to ${next.number} ${next.title}</a>`
        : nothing
    }
  </p>`;
}
