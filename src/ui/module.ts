import { html, nothing, type TemplateResult } from 'lit';
import { modules, type Module } from '../scene/registry';
import type { PageStorage } from '../state/storage';
import { cardLink } from './card-link';
import { progressOf } from './progress';

/** A module: its exercises, how many of them are solved, and the modules around it. */
export function modulePage({ id, title, cards }: Module, storage: PageStorage): TemplateResult {
  const solved = cards.filter(({ number }) => progressOf(storage, number) === 'solved').length;
  const at = modules.findIndex((module) => module.id === id);
  return html`<div class="contents">
    <h1>${title}</h1>
    <p class="lead">
      ${
        cards.length === 0
          ? 'Its exercises are still to come.'
          : `${solved} of ${cards.length} solved.`
      }
    </p>
    <ul class="cards">
      ${cards.map((card) => html`<li>${cardLink(card, storage)}</li>`)}
    </ul>
    <nav class="footer" aria-label="Other modules">
      ${moduleLink('Before', modules[at - 1])} ${moduleLink('Next', modules[at + 1])}
    </nav>
  </div>`;
}

const moduleLink = (
  which: string,
  module: (typeof modules)[number] | undefined,
): TemplateResult | typeof nothing =>
  module
    ? html`<a class="button" href="#/module/${module.id}"
        >${which}: ${module.id} ${module.title}</a
      >`
    : nothing;
