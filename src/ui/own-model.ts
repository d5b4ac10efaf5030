import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ChatServer } from '../scene/chat-server';
import type { Session } from '../scene/session';
import { BadValue } from '../state/bad-value';
import { readLoopback } from '../state/read-loopback';
import type { PageStorage } from '../state/storage';
import { faultOf } from './given-field';
import { forgetServer, keepServer, keptServer, type KeptServer } from './kept-server';
import { freshId, PageElement } from './page-element';

const NOTHING: KeptServer = { address: '', model: '' };

/**
 * Where a reader plugs in a model of the own computer. What was typed before stands in the fields, but
 * nothing is sent on any visit until the reader asks for it.
 */
@customElement('unfold-own-model')
export class OwnModel extends PageElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) storage!: PageStorage;
  @state() private typed = NOTHING;
  @state() private fault?: { readonly field: keyof KeptServer; readonly sentence: string };
  private readonly ids = freshId();

  override connectedCallback(): void {
    super.connectedCallback();
    this.typed = keptServer(this.storage) ?? NOTHING;
  }

  protected override render(): TemplateResult {
    const { ownModel } = this.session;
    return html`<details>
      <summary>
        ${ownModel ? `${ownModel.name}, your own model, is asked` : 'Ask a model of your own'}
      </summary>
      ${ownModel ? this.asked(ownModel.name) : this.form()}
    </details>`;
  }

  private form(): TemplateResult {
    return html`<p>
        A model server on this computer can take the place of the scripted model: Ollama, llama.cpp
        or any other that is OpenAI-compatible. It has to allow this page, ${origin}.
      </p>
      <p>Nothing is sent before you press the button. Then the prompt goes to this address only.</p>
      <form @submit=${this.submit}>
        ${this.field('address', 'address', 'http://localhost:11434')}
        ${this.field('model', 'model', 'llama3.2')}
        <div class="actions">
          <button type="submit" class="button strong">Ask it</button>
          ${this.forget()}
        </div>
      </form>`;
  }

  private asked(name: string): TemplateResult {
    return html`<p>
        ${name} at ${this.typed.address} is asked in place of the scripted model. A link that you
        copy keeps the scripted one.
      </p>
      <div class="actions">
        <button type="button" class="button" @click=${this.ask}>Ask again</button>
        <button type="button" class="button" @click=${this.leave}>
          Back to the scripted model
        </button>
        ${this.forget()}
      </div>`;
  }

  private field(name: keyof KeptServer, label: string, example: string): TemplateResult {
    const id = `${this.ids}-${name}`;
    const fault = this.fault?.field === name ? this.fault.sentence : undefined;
    return html`<label for=${id}>${label}</label>
      <input
        class="field"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        id=${id}
        placeholder=${example}
        .value=${this.typed[name]}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? `${id}-fault` : nothing}
        @input=${(event: Event) =>
          (this.typed = { ...this.typed, [name]: (event.target as HTMLInputElement).value })}
      />
      ${fault ? html`<span class="fault" role="alert" id="${id}-fault">${fault}</span>` : nothing}`;
  }

  private forget(): TemplateResult | typeof nothing {
    if (!keptServer(this.storage)) return nothing;
    return html`<button type="button" class="button" @click=${this.clear}>
      Forget the address
    </button>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    this.ask();
  };

  private readonly ask = (): void => {
    const model = this.typed.model.trim();
    let address: string;
    try {
      address = readLoopback(this.typed.address);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      this.fault = { field: 'address', sentence: faultOf('The address', error.message) };
      return;
    }
    if (model === '') {
      this.fault = {
        field: 'model',
        sentence: 'The model is not named. Your server lists its models.',
      };
      return;
    }
    this.fault = undefined;
    this.typed = { address, model };
    keepServer(this.storage, this.typed);
    this.session.ask(new ChatServer({ origin: address, page: origin }, model));
  };

  private readonly leave = (): void => {
    this.session.ask(undefined);
    this.requestUpdate();
  };

  private readonly clear = (): void => {
    forgetServer(this.storage);
    this.typed = NOTHING;
    this.fault = undefined;
    if (this.session.ownModel) this.session.ask(undefined);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-own-model': OwnModel;
  }
}
