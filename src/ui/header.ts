import { html, nothing, type TemplateResult } from 'lit';
import type { Card } from '../scene/contract';
import { cards, type Module } from '../scene/registry';
import type { PageStorage } from '../state/storage';
import { icons } from './icons';
import { progressOf } from './progress';
import { storedTheme, themeName } from './theme';

interface HeaderActions {
  readonly skip: () => void;
  readonly present: () => void;
  readonly keys: () => void;
  readonly theme: () => void;
}

/** Where the page stands: an exercise, a module, or neither. */
export interface Place {
  readonly card?: Card;
  readonly module?: Module;
  /** The name of a page that is neither. */
  readonly title?: string;
}

/** The bar above every page: home, where one is, the exercises around it, the tools. */
export function header(
  { card, module, title }: Place,
  storage: PageStorage,
  actions: HeaderActions,
): TemplateResult {
  return html`<header class="bar">
    <button type="button" class="skip button" @click=${actions.skip}>Skip to the page</button>
    <a class="wordmark" href="#/">Unfold</a>
    ${module ? crumbs(module, card) : title ? crumb(title) : nothing}
    <div class="tools">
      ${card && module ? around(card, module, storage) : nothing}
      ${
        card || title
          ? html`${key('P', 'present', actions.present)} ${key('?', 'keys', actions.keys)}`
          : nothing
      }
      <button
        type="button"
        class="key"
        aria-label="Colours: ${themeName(storedTheme(storage))}. Change them"
        title="Colours: ${themeName(storedTheme(storage))}"
        @click=${actions.theme}
      >
        <span>${icons.theme}</span>
      </button>
    </div>
  </header>`;
}

const key = (sign: string, word: string, press: () => void): TemplateResult =>
  html`<button type="button" class="key typed" @click=${press}>
    <span>${sign} <span class="word">${word}</span></span>
  </button>`;

const crumb = (title: string): TemplateResult =>
  html`<nav class="crumbs" aria-label="Where you are">
    <span aria-current="page">${title}</span>
  </nav>`;

function crumbs({ id, title }: Module, card: Card | undefined): TemplateResult {
  const name = `${id} ${title}`;
  return html`<nav class="crumbs" aria-label="Where you are">
    ${
      card
        ? html`<a href="#/module/${id}">${name}</a><span aria-hidden="true">›</span
            ><span aria-current="page">${card.title}</span>`
        : html`<span aria-current="page">${name}</span>`
    }
  </nav>`;
}

/** The exercise before, those of the module by the number after the point, and the one after. */
function around(current: Card, module: Module, storage: PageStorage): TemplateResult {
  const at = cards.findIndex(({ number }) => number === current.number);
  return html`<nav class="around" aria-label="Other exercises">
    ${beside('Previous', cards[at - 1], icons.back)}
    ${module.cards.length > 1 ? dots(current, module, storage) : nothing}
    ${beside('Next', cards[at + 1], icons.on)}
  </nav>`;
}

function beside(
  which: 'Previous' | 'Next',
  card: Card | undefined,
  icon: TemplateResult,
): TemplateResult | typeof nothing {
  if (!card) return nothing;
  const name = `${which} exercise: ${card.number} ${card.title}`;
  return html`<a class="beside" href="#/${card.number}" aria-label=${name} title=${name}
    >${icon}</a
  >`;
}

function dots(current: Card, module: Module, storage: PageStorage): TemplateResult {
  return html`<ul class="dots">
    ${module.cards.map(({ number, title }) => {
      const solved = progressOf(storage, number) === 'solved';
      const label = `${number} ${title}${solved ? ', solved' : ''}`;
      return html`<li class=${solved ? 'solved' : ''}>
        <a
          href="#/${number}"
          aria-label=${label}
          title=${label}
          aria-current=${number === current.number ? 'true' : nothing}
          ><span>${number.split('.')[1]}</span></a
        >
      </li>`;
    })}
  </ul>`;
}
