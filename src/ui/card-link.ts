import { html, nothing, svg, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import type { Card } from '../scene/contract';
import type { PageStorage } from '../state/storage';
import { progressOf } from './progress';

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
