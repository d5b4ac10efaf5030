import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  NO_HELP,
  helped,
  helpIsDue,
  nextHelp,
  piecesOf,
  type OrderHelp,
} from '../scene/order-help';
import { linesOf, scrambled, spokenLine, type OrderLine } from '../scene/order-lines';
import { isRight, type PredictionField } from '../scene/prediction-kind';
import { icons } from './icons';
import { line, mathText } from './math';
import { orderDrag } from './order-drag';
import { PageElement } from './page-element';

/** What a line says, as it is seen. */
export const lineSays = ({ says }: OrderLine): TemplateResult =>
  typeof says === 'string'
    ? html`<span>${mathText(says)}</span>`
    : html`<span ${line(says)}></span>`;

/** A piece that is held, and the order to go back to. */
interface Held {
  readonly piece: string;
  readonly before: readonly string[];
}

/**
 * Lines in disorder, of which the reader takes what belongs into an order: a form control whose
 * `value` is the ids of the lines taken. A line is pressed, dragged, or held with the space bar and
 * moved by the arrows.
 */
@customElement('unfold-order')
export class Order extends PageElement {
  @property({ attribute: false }) field!: PredictionField;
  @state() private placed: readonly string[] = [];
  @state() private held?: Held;
  @state() private help: OrderHelp = NO_HELP;
  /** What was just done, for readers of screens. */
  @state() private said = '';
  /** The piece that arrow keys start from: one stop of the Tab key for all of them. */
  @state() private current?: string;
  private model: unknown;
  /** A piece that had the focus when it was moved to another list. */
  private refocus?: string;

  get value(): string {
    return this.placed.join(',');
  }

  set value(text: string) {
    if (text !== this.value) this.placed = text.split(',').filter(Boolean);
  }

  constructor() {
    super();
    orderDrag(this, {
      lift: (piece) => this.hold(piece),
      over: (piece, to) => this.place(piece, to),
      drop: () => this.drop(),
      cancel: () => this.cancel(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
  }

  override focus(): void {
    this.buttonOf(this.stop)?.focus();
  }

  protected override willUpdate(): void {
    // Other numbers are another attempt.
    if (this.field.model !== this.model) [this.help, this.held] = [NO_HELP, undefined];
    this.model = this.field.model;
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.refocus === undefined) return;
    this.buttonOf(this.refocus)?.focus();
    this.refocus = undefined;
  }

  /** The pieces in order; what was set from outside may name lines that there are not. */
  private get pieces(): string[][] {
    const lines = linesOf(this.field);
    const known = this.placed.filter((id) => Object.hasOwn(lines, id));
    return piecesOf(known, this.help, this.field);
  }

  /** The pieces left out, those to be told from each other together. */
  private get groups(): { readonly pieces: string[][]; readonly paired: boolean }[] {
    const { out, joined } = this.help;
    return scrambled(this.field).flatMap((group) => {
      const offered = group.filter((id) => !out.includes(id) && !joined.includes(id));
      const pieces = offered
        .filter((id) => !this.placed.includes(id))
        .map((id) => [...helped([id], this.help, this.field)]);
      return pieces.length > 0 ? [{ pieces, paired: offered.length > 1 }] : [];
    });
  }

  private get leftOut(): string[][] {
    return this.groups.flatMap(({ pieces }) => pieces);
  }

  /** The first lines of all pieces, as they stand on the page. */
  private get all(): string[] {
    return [...this.pieces, ...this.leftOut].map(([first]) => first);
  }

  private get stop(): string | undefined {
    return this.all.find((piece) => piece === this.current) ?? this.all[0];
  }

  private buttonOf(piece: string | undefined): HTMLElement | null {
    return this.querySelector(`[data-line="${piece}"] .order-press`);
  }

  protected override render(): TemplateResult {
    const { field, pieces, groups, help } = this;
    const easier =
      !isRight(field.mark) &&
      helpIsDue(field.attempts, field) &&
      nextHelp(this.placed, help, field) !== undefined;
    return html`<p class="order-head" aria-hidden="true">In order</p>
      <ol class="order-list" data-zone="order" aria-label="In order">
        ${
          pieces.length === 0
            ? html`<li class="order-empty">Drag the first line here, or press it</li>`
            : nothing
        }
        ${repeat(
          pieces,
          ([first]) => first,
          (piece, i) => html`<li>${this.piece(piece, i)}</li>`,
        )}
      </ol>
      <p class="order-head" aria-hidden="true">Left out</p>
      <ul class="order-list" data-zone="left" aria-label="Left out">
        ${repeat(
          groups,
          ({ pieces: [[first]] }) => first,
          (group) => html`<li>${this.group(group)}</li>`,
        )}
        ${groups.length === 0 ? html`<li class="order-empty">Nothing is left out</li>` : nothing}
      </ul>
      ${
        easier
          ? html`<button type="button" class="button order-help" @click=${this.giveHelp}>
              Make it easier
            </button>`
          : nothing
      }
      <span class="sr-only" role="status">${this.said}</span>
      <div class="order-print" aria-hidden="true">
        ${scrambled(field).map(
          (group) =>
            html`<div class="order-group">
              ${group.map(
                (id) => html`<p><i class="order-box"></i>${lineSays(linesOf(field)[id])}</p>`,
              )}
            </div>`,
        )}
      </div>`;
  }

  /** A piece left out; one that is to be told from another stands in a frame, also when it is alone. */
  private group({ pieces, paired }: Order['groups'][number]): TemplateResult {
    if (!paired) return html`${pieces.map((piece) => this.piece(piece))}`;
    return html`<div class="order-group" role="group" aria-label="One of these two">
      <p aria-hidden="true">one of these two</p>
      ${repeat(
        pieces,
        ([first]) => first,
        (piece) => this.piece(piece, undefined, 'one of these two'),
      )}
    </div>`;
  }

  private piece(ids: string[], position?: number, among = 'left out'): TemplateResult {
    const [first] = ids;
    const lines = linesOf(this.field);
    const isHeld = this.held?.piece === first;
    const entries = this.field.mark?.entries;
    const from = position === undefined ? -1 : this.placed.indexOf(first);
    const marked = ids.flatMap((_, i) => (from < 0 ? [] : (entries?.[from + i] ?? [])));
    const verdict = marked.length < ids.length ? nothing : marked.every(Boolean) ? 'yes' : 'no';
    const where = position === undefined ? among : `line ${position + 1} of ${this.pieces.length}`;
    const right = verdict === nothing ? '' : verdict === 'yes' ? ', right so far' : ', wrong';
    return html`<div
      class="order-piece"
      data-line=${first}
      data-right=${verdict}
      data-held=${isHeld ? '' : nothing}
    >
      <button
        type="button"
        class="order-press"
        tabindex=${first === this.stop ? 0 : -1}
        aria-pressed=${isHeld}
        @click=${() => this.press(first)}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, first)}
        @focus=${() => (this.current = first)}
      >
        <span class="order-grip" aria-hidden="true"></span>
        <span class="order-says" aria-hidden="true">${ids.map((id) => lineSays(lines[id]))}</span>
        <span class="sr-only"
          >${ids.map((id) => spokenLine(lines[id])).join('; ')}, ${where}${right}</span
        >
      </button>
      ${isHeld ? this.moves(first, position) : nothing}
    </div>`;
  }

  /** What fingers press, where a keyboard has arrows. */
  private moves(piece: string, position: number | undefined): TemplateResult {
    const count = this.pieces.length;
    const at = position ?? count + 1;
    const move = (says: string, icon: TemplateResult, to: number, possible: boolean) =>
      html`<button
        type="button"
        class="order-move"
        aria-label=${says}
        ?disabled=${!possible}
        @click=${() => this.place(piece, to)}
      >
        ${icon}
      </button>`;
    return html`<span class="order-moves">
      ${move('Move up', icons.up, at - 1, at > 0)}
      ${move('Move down', icons.down, at + 1, at < count - 1)}
      ${move('Leave out', icons.cross, count, position !== undefined)}
    </span>`;
  }

  /** Pressed: a line left out is taken as the next; one in order is held, or let go of. */
  private press(piece: string): void {
    if (this.held?.piece === piece) this.drop();
    else if (this.placed.includes(piece)) this.hold(piece);
    else {
      this.held = undefined;
      this.place(piece, this.pieces.length);
      this.fire('change');
    }
    this.refocus = piece;
  }

  private onKey(event: KeyboardEvent, piece: string): void {
    const isHeld = this.held?.piece === piece;
    const count = this.pieces.length;
    const at = this.pieces.findIndex(([first]) => first === piece);
    const here = at < 0 ? count + 1 : at;
    const moves: Record<string, (() => void) | undefined> = {
      ' ': () => (isHeld ? this.drop() : this.hold(piece)),
      Escape: isHeld ? () => this.cancel() : undefined,
      ArrowUp: () => (isHeld ? this.place(piece, here - 1) : this.walk(piece, -1)),
      ArrowDown: () => (isHeld ? this.place(piece, here + 1) : this.walk(piece, 1)),
      Home: () => (isHeld ? this.place(piece, 0) : this.walk(piece, -Infinity)),
      End: () =>
        isHeld ? this.place(piece, at < 0 ? count : count - 1) : this.walk(piece, Infinity),
      ArrowLeft: isHeld ? () => undefined : undefined,
      ArrowRight: isHeld ? () => undefined : undefined,
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move();
    if (isHeld || event.key === ' ') this.refocus = piece;
  }

  /** Focus goes to a neighbour. */
  private walk(piece: string, by: number): void {
    const { all } = this;
    const to = Math.min(all.length - 1, Math.max(0, all.indexOf(piece) + by));
    this.buttonOf(all[to])?.focus();
  }

  private hold(piece: string): void {
    this.held = { piece, before: this.placed };
    this.say('Held. Arrows move it, Space lets go, Escape puts it back.');
  }

  /** Puts a piece at a position of the order; past its end it is left out, from there it comes in. */
  private place(piece: string, to: number): void {
    const { pieces } = this;
    const others = pieces.filter(([first]) => first !== piece);
    const whole = [...pieces, ...this.leftOut].find(([first]) => first === piece)!;
    const at = Math.max(0, to);
    const next = at > others.length ? others : others.toSpliced(at, 0, whole);
    if (next.flat().join() === this.value) return;
    this.placed = next.flat();
    this.say(next === others ? 'Left out.' : `Line ${at + 1} of ${next.length}.`);
    this.fire('input');
  }

  private drop(): void {
    const moved = this.held?.before.join() !== this.value;
    this.held = undefined;
    this.say('Let go.');
    if (moved) this.fire('change');
  }

  private cancel(): void {
    if (!this.held) return;
    this.placed = this.held.before;
    this.held = undefined;
    this.say('Put back.');
    this.fire('input');
    this.fire('change');
  }

  private readonly giveHelp = (): void => {
    const help = nextHelp(this.placed, this.help, this.field);
    if (!help) return;
    const took = help.joined.length === this.help.joined.length;
    this.help = help;
    this.held = undefined;
    this.placed = helped(this.placed, help, this.field);
    this.say(
      took ? 'A line that does not belong is gone.' : 'Two lines that belong together are one.',
    );
    this.fire('input');
    this.fire('change');
  };

  private say(sentence: string): void {
    this.said = sentence;
  }

  private fire(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unfold-order': Order;
  }
}
