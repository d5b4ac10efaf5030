import { html, nothing, svg, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import type { Card } from '../scene/contract';
import { cards, moduleOf, modules } from '../scene/registry';
import type { PageStorage } from '../state/storage';
import { credits } from './credits';
import { exportedProgress, progressOf } from './progress';

/** The contents: every exercise that exists, by module. */
export function contentsPage(storage: PageStorage): TemplateResult {
  const filled = modules.filter(({ id }) => cards.some((card) => moduleOf(card) === id));
  const empty = modules.filter((module) => !filled.includes(module));
  return html`<div class="contents">
    <h1>Predict first, then unfold.</h1>
    <p class="lead">
      Deep learning, worked by hand. Each exercise waits for your answer; then its solution unfolds
      step by step, and every number in it follows the numbers you choose.
    </p>
    ${filled.map(
      ({ id, title }) =>
        html`<section class="module" aria-labelledby="module-${id}">
          <h2 id="module-${id}"><span class="number">${id}</span> ${title}</h2>
          <ul class="cards">
            ${cards
              .filter((card) => moduleOf(card) === id)
              .map((card) => html`<li>${cardLink(card, storage)}</li>`)}
          </ul>
        </section>`,
    )}
    ${
      empty.length > 0
        ? html`<p class="to-come">Still to come: ${empty.map(({ title }) => title).join(', ')}.</p>`
        : nothing
    }
    <div class="footer">
      <span>What you have done is kept in this browser only.</span>
      <button type="button" class="button" @click=${() => saveProgress(storage)}>
        Save as a file
      </button>
    </div>
    ${credits()}
  </div>`;
}

/** An exercise to choose: its picture, what it asks, how far the reader has come with it. */
export function cardLink(card: Card, storage: PageStorage): TemplateResult {
  const progress = progressOf(storage, card.number);
  return html`<a class="card" href="#/${card.number}">
    ${thumbnail(card)}
    <span class="text">
      <span class="line">
        <span>Exercise ${card.number}</span>
        ${
          progress
            ? html`<span class=${progress}>${progress === 'solved' ? 'Solved' : 'Opened'}</span>`
            : nothing
        }
      </span>
      <span class="title">${card.title}</span>
      <span class="blurb">${card.blurb}</span>
    </span>
  </a>`;
}

/** Thumbnails are files of ours, never what a reader wrote. */
const thumbnail = ({ thumbnail: source }: Card): TemplateResult =>
  html`<svg class="thumbnail" viewBox="0 0 160 100" aria-hidden="true">
    ${svg`${unsafeSVG(source)}`}
  </svg>`;

function saveProgress(storage: PageStorage): void {
  const file = new Blob([exportedProgress(storage, cards)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'unfold-progress.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
