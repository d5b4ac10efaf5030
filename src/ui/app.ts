import { html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { preloadScene } from '../scene/load-scene';
import { cardOf, moduleCalled, moduleOf } from '../scene/registry';
import { readRoute, type Route } from '../state/link';
import './contents';
import type { Exercise } from './exercise';
import { header, type Place } from './header';
import { modulePage } from './module';
import { PageElement } from './page-element';
import { failureNotice } from './report';
import { ofPage, type Services } from './services';
import { applyTheme, storedTheme, nextTheme } from './theme';
import type { Train } from './train/page';

/** The app: one page for each link, under one header. */
@customElement('unfold-app')
export class App extends PageElement {
  @property({ attribute: false }) services: Services = ofPage();
  @state() private route: Route = { page: 'contents' };
  /** Exercises, with all that formulas need, are loaded when the first one is opened. */
  @state() private exercises: 'unasked' | 'ready' | { readonly error: unknown } = 'unasked';
  @state() private presenting = false;
  @query('main') private readonly main!: HTMLElement;
  /** The page that can be presented and has keys, if there is one. */
  @query('unfold-exercise, unfold-train') private readonly shown?: Exercise | Train;
  private stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { location, storage } = this.services;
    applyTheme(storedTheme(storage));
    this.follow();
    this.stopListening = location.listen(() => this.follow());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  private follow(): void {
    const next = readRoute(this.services.location.read());
    const same = pageKey(next) === pageKey(this.route) && this.hasUpdated;
    this.route = next;
    // Whatever comes next says so when it is presented.
    if (!same) this.presenting = false;
    if (next.page === 'exercise' && this.exercises !== 'ready') void this.loadExercises();
    if (next.page === 'presenter') void this.loadPresenter();
    if (next.page === 'train') void this.loadTrain();
    if (next.page === 'exercise' || next.page === 'presenter') preloadScene(next.number);
    if (!same && this.hasUpdated) {
      void this.updateComplete.then(() => {
        this.main.focus();
        scrollTo(0, 0);
      });
    }
  }

  private async loadExercises(): Promise<void> {
    try {
      await import('./exercise');
      this.exercises = 'ready';
    } catch (error) {
      this.exercises = { error };
    }
  }

  private async loadPresenter(): Promise<void> {
    try {
      await import('./presenter');
    } catch (error) {
      this.exercises = { error };
    }
  }

  private async loadTrain(): Promise<void> {
    try {
      await import('./train/page');
    } catch (error) {
      this.exercises = { error };
    }
  }

  /** A browser may remember that a script did not arrive, until the page is loaded anew. */
  private async loadAgain(): Promise<void> {
    await this.loadExercises();
    if (this.exercises !== 'ready') await this.services.location.reload();
  }

  protected override updated(): void {
    const { card, module, title } = this.place;
    const name = card
      ? `${card.number} ${card.title}`
      : module
        ? `${module.id} ${module.title}`
        : title;
    const presenter = this.route.page === 'presenter' ? 'Presenter · ' : '';
    document.title = name ? `${presenter}${name} · Unfold` : 'Unfold';
    // An exercise, and the page to train on, say themselves whether they are ready.
    const own = (this.route.page === 'exercise' && card) || this.route.page === 'train';
    const ready = !own || typeof this.exercises === 'object';
    if (ready) this.setAttribute('aria-busy', 'false');
    else this.removeAttribute('aria-busy');
  }

  private get place(): Place {
    const { route } = this;
    if (route.page === 'train') return { title: 'Train it yourself' };
    if (route.page === 'module') return { module: moduleCalled(route.id) };
    if (route.page !== 'exercise' && route.page !== 'presenter') return {};
    const card = cardOf(route.number);
    return { card, module: card && moduleCalled(moduleOf(card)) };
  }

  protected override render(): TemplateResult {
    const { storage } = this.services;
    const actions = {
      skip: () => this.main.focus(),
      present: () => this.shown?.togglePresent?.(),
      keys: () => this.shown?.showKeys?.(),
      theme: () => {
        applyTheme(nextTheme(storage));
        this.requestUpdate();
      },
    };
    return html`<div ?hidden=${this.presenting || this.route.page === 'presenter'}>
        ${header(this.place, storage, actions)}
      </div>
      <main
        tabindex="-1"
        @unfold-shown=${this.onShown}
        @unfold-progress=${() => this.requestUpdate()}
      >
        ${this.page()}
      </main>`;
  }

  private page(): TemplateResult {
    const { route, exercises } = this;
    const { storage } = this.services;
    const { card, module } = this.place;
    if (route.page === 'contents')
      return html`<unfold-contents .storage=${storage}></unfold-contents>`;
    if (route.page === 'module' && module) return modulePage(module, storage);
    if (route.page === 'train' && typeof exercises !== 'object') {
      return html`<unfold-train aria-busy="true" .services=${this.services}></unfold-train>`;
    }
    if (!card && route.page !== 'train') {
      return noSuchPage(route.page === 'unknown' ? route.written : `/${pageKey(route)}`);
    }
    if (typeof exercises === 'object') {
      return failureNotice(
        card ? 'The exercises could not be loaded.' : 'This page could not be loaded.',
        exercises.error,
        this.services.location.read(),
        () => void this.loadAgain(),
      );
    }
    if (route.page === 'presenter') {
      return html`<unfold-presenter
        number=${route.number}
        of=${route.of}
        .storage=${storage}
      ></unfold-presenter>`;
    }
    // Until its code is here the element stands undefined and empty, and busy all the same.
    if (!card) return html``;
    return html`${keyed(
      card.number,
      html`<unfold-exercise
        aria-busy="true"
        number=${card.number}
        .services=${this.services}
        .keys=${true}
      ></unfold-exercise>`,
    )}`;
  }

  private onShown(): void {
    this.presenting = this.shown?.session?.snapshot.present ?? false;
  }
}

/** What makes two links the same page. A function, since the element lives before its file ends. */
function pageKey(route: Route): string {
  if (route.page === 'exercise' || route.page === 'presenter') return route.number;
  if (route.page === 'module') return `module/${route.id}`;
  return route.page === 'unknown' ? route.written : route.page;
}

const noSuchPage = (written: string): TemplateResult =>
  html`<div class="lost">
    <h1>No such page</h1>
    <p>Nothing in this workbook is called <code>${written}</code>.</p>
    <a class="button strong" href="#/">To the contents</a>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'unfold-app': App;
  }
}
