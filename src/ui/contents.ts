import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Card } from '../scene/contract';
import { cards, moduleOf, modules } from '../scene/registry';
import type { PageStorage } from '../state/storage';
import { cardLink } from './card-link';
import { credits } from './credits';
import { PageElement } from './page-element';
import { goOnWith, progressOf } from './progress';
import './progress-keeper';

/** Which exercises are listed. */
const filters = { all: 'All', open: 'To do', solved: 'Solved' } as const;
type Filter = keyof typeof filters;

/** The contents: every exercise that exists, by module; or those that a search finds. */
@customElement('unfold-contents')
export class Contents extends PageElement {
  @property({ attribute: false }) storage!: PageStorage;
  @state() private filter: Filter = 'all';
  @state() private query = '';
  /** What the search found, the best first; nothing while there is none, or it is on its way. */
  @state() private found: readonly string[] | undefined;
  @state() private fault = '';

  protected override render(): TemplateResult {
    return html`<div class="contents">
      <h1>Predict first, then unfold.</h1>
      <p class="lead">
        Deep learning, worked by hand. Each exercise waits for your answer; then its solution
        unfolds step by step, and every number in it follows the numbers you choose.
      </p>
      ${this.finder()} ${this.query.trim() ? this.results() : this.book()}
      <unfold-progress-keeper
        .storage=${this.storage}
        @unfold-progress=${() => this.requestUpdate()}
      ></unfold-progress-keeper>
      ${credits()}
    </div>`;
  }

  /** Where the reader was, the field to search with, and which exercises are listed. */
  private finder(): TemplateResult {
    const goOn = goOnWith(this.storage, cards);
    return html`<search class="finder">
      ${
        goOn
          ? html`<a class="button strong" href="#/${goOn.number}"
              >Continue: ${goOn.number} ${goOn.title}</a
            >`
          : nothing
      }
      <a class="button" href="#/train">Train a network yourself</a>
      <label class="search"
        ><span class="sr-only">Search the exercises</span>
        <input
          type="search"
          class="field"
          placeholder="Search"
          autocomplete="off"
          .value=${this.query}
          @focus=${() => void this.load()}
          @input=${this.onSearch}
        />
      </label>
      <fieldset class="filter">
        <legend class="sr-only">Exercises to list</legend>
        ${Object.entries(filters).map(
          ([name, words]) =>
            html`<label
              ><input
                type="radio"
                name="filter"
                value=${name}
                .checked=${this.filter === name}
                @change=${() => (this.filter = name as Filter)}
              /><span>${words}</span></label
            >`,
        )}
      </fieldset>
    </search>`;
  }

  private results(): TemplateResult {
    const { found, fault } = this;
    if (fault)
      return html`<p class="found" role="status">${fault}</p>
        ${this.book()}`;
    const listed = (found ?? [])
      .map((number) => cards.find((card) => card.number === number))
      .filter((card) => card !== undefined)
      .filter(this.lists);
    const count = listed.length === 1 ? 'One exercise' : `${listed.length || 'No'} exercises`;
    const says = found ? `${count} for “${this.query.trim()}”.` : 'Searching…';
    return html`<p class="found" role="status">${says}</p>
      ${listed.length > 0 ? this.list(listed) : nothing}`;
  }

  /** The modules with the exercises they have, and those that have none yet. */
  private book(): TemplateResult {
    const filled = modules.map((module) => ({
      ...module,
      all: cards.filter((card) => moduleOf(card) === module.id),
    }));
    const shown = filled.filter(({ all }) => all.some(this.lists));
    const empty = filled.filter(({ all }) => all.length === 0);
    return html`${
      shown.length === 0
        ? html`<p class="found" role="status">
            ${this.filter === 'solved' ? 'Nothing is solved yet.' : 'Everything is solved.'}
          </p>`
        : nothing
    }
    ${shown.map(
      ({ id, title, all }) =>
        html`<section class="module" aria-labelledby="module-${id}">
          <h2 id="module-${id}">
            <a href="#/module/${id}"><span class="number">${id}</span> ${title}</a>
          </h2>
          ${this.list(all.filter(this.lists))}
        </section>`,
    )}
    ${
      empty.length > 0
        ? html`<p class="to-come">Still to come: ${empty.map(({ title }) => title).join(', ')}.</p>`
        : nothing
    }`;
  }

  private readonly lists = ({ number }: Card): boolean =>
    this.filter === 'all' ||
    (progressOf(this.storage, number) === 'solved') === (this.filter === 'solved');

  private list(listed: readonly Card[]): TemplateResult {
    return html`<ul class="cards">
      ${listed.map((card) => html`<li>${cardLink(card, this.storage)}</li>`)}
    </ul>`;
  }

  private readonly onSearch = (event: InputEvent): void => {
    this.query = (event.target as HTMLInputElement).value;
    void this.search();
  };

  private async search(): Promise<void> {
    const asked = this.query;
    const exercisesAbout = await this.load();
    if (this.query === asked) this.found = exercisesAbout?.(asked);
  }

  /** The index comes with the first visit to the field. */
  private async load() {
    try {
      const { exercisesAbout } = await import('./search');
      this.fault = '';
      return exercisesAbout;
    } catch {
      this.fault = 'The index did not arrive, so nothing can be searched. The list is below.';
      return undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-contents': Contents;
  }
}
