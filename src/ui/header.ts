import { html, nothing, type TemplateResult } from 'lit';
import type { Card } from '../scene/contract';
import { cards, moduleOf, modules } from '../scene/registry';
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

/** The bar above every page: home, where one is, the other exercises of the module, the tools. */
export function header(
  card: Card | undefined,
  storage: PageStorage,
  actions: HeaderActions,
): TemplateResult {
  const module = card && modules.find(({ id }) => id === moduleOf(card));
  return html`<header class="bar">
    <button type="button" class="skip button" @click=${actions.skip}>Skip to the page</button>
    <a class="wordmark" href="#/">Unfold</a>
    ${
      card
        ? html`<nav class="crumbs" aria-label="Where you are">
            <span>${module ? `${module.id} ${module.title}` : 'Tests'}</span
            ><span aria-hidden="true">›</span><span aria-current="page">${card.title}</span>
          </nav>`
        : nothing
    }
    <div class="tools">
      ${card ? dots(card, storage) : nothing}
      ${
        card
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
  html`<button type="button" class="key" @click=${press}>
    <span>${sign} <span class="word">${word}</span></span>
  </button>`;

/** The exercises of the module, by the number after the point. */
function dots(current: Card, storage: PageStorage): TemplateResult {
  const siblings = cards.filter((card) => moduleOf(card) === moduleOf(current));
  return html`<ul class="dots" aria-label="Exercises of this module">
    ${siblings.map(({ number, title }) => {
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
