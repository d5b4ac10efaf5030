import { html, nothing, type TemplateResult } from 'lit';
import { describePicture } from '../scene/describe';
import { cardAfter } from '../scene/registry';
import type { ScaleRunner } from '../scene/scale-runner';
import type { Session } from '../scene/session';
import type { Snapshot } from '../scene/snapshot';
import type { Predicted } from '../stage/predicted';
import type { Tab } from '../state/link';
import { otherAnswers } from './answers';
import './code';
import { deviceSwitch } from './device-switch';
import { givenControl } from './given';
import { givenWords } from './given-strip';
import { mathText } from './math';
import './predictions';
import './scale';
import type { Services } from './services';
import './solution';
import { tabList } from './tabs';
import { trackOf } from './track';
import { extras, transport } from './transport';

/** What the two columns of an exercise are laid out from. */
export interface Layout {
  readonly session: Session;
  /** What is to be seen: what the session shows, or the handout that is made of it. */
  readonly snapshot: Snapshot;
  readonly services: Services;
  /** A prefix for ids. */
  readonly ids: string;
  readonly runner: ScaleRunner | undefined;
  readonly predicted: Predicted;
  /** To be called when the program at scale changes, or what is said of a prediction. */
  readonly changed: () => void;
  /** The reader points at something in the text, or no longer does. */
  readonly point: (event: Event) => void;
  readonly leave: () => void;
  /** It is laid out for paper. */
  readonly printing: boolean;
  /** A presentation has come past the last step. */
  readonly closing: boolean;
  /** What stands in for a picture that could not be drawn. */
  readonly failed: TemplateResult | undefined;
}

/** The problem with its givens, what the reader predicts, and the solution. */
export function readingColumn(layout: Layout): TemplateResult {
  const { session, snapshot, services, ids, changed, point, leave } = layout;
  const { scene } = session;
  const { variant, unread, values, present } = snapshot;
  const { storage, clock, linked } = services;
  const given = (name: string): TemplateResult =>
    present ? givenWords(session, name) : givenControl(session, name, ids);
  return html`<div
    class="reading"
    @pointerover=${point}
    @pointerleave=${leave}
    @focusin=${point}
    @focusout=${leave}
  >
    <div class="head">
      <p class="kicker">
        Exercise ${scene.card.number}${variant === undefined ? '' : `, variant ${variant}`}
      </p>
      <h1>${scene.card.title}</h1>
      ${unread.length > 0 ? unreadNotice(unread) : nothing}
      <div class="problem-text">${scene.problem(given, values)}</div>
      ${
        scene.traceWith && !present && !layout.printing
          ? html`<unfold-own-model .session=${session} .storage=${storage}></unfold-own-model>`
          : nothing
      }
      ${present ? showOfHands(layout) : nothing}
    </div>
    <unfold-predictions
      .session=${session}
      .snapshot=${snapshot}
      .storage=${storage}
      .changed=${changed}
      .next=${linked ? cardAfter(scene.card.number) : undefined}
    ></unfold-predictions>
    <unfold-solution
      .session=${session}
      .snapshot=${snapshot}
      .clock=${clock}
      .whole=${layout.printing}
    ></unfold-solution>
    ${otherAnswers(session)}
  </div>`;
}

/** What a class is asked before the first step, and told after the last. */
function showOfHands({ session, closing }: Layout): TemplateResult | typeof nothing {
  const { hands, afterwards } = session.scene.notes;
  if (!closing && session.step > 0) return nothing;
  return html`<section class="hands">
    <h2>Show of hands</h2>
    <p>${mathText(hands)}</p>
    ${closing ? html`<p>${mathText(afterwards)}</p>` : nothing}
  </section>`;
}

/** The faces of the picture as tabs, each with its own transport under it. */
export function board(layout: Layout): TemplateResult {
  const { session, ids } = layout;
  const track = trackOf(session, layout.runner);
  const { tab } = layout.snapshot;
  const tabs: readonly Tab[] = session.scene.scale ? ['hand', 'scale', 'code'] : ['hand', 'code'];
  return html`<div class="board">
    <div class="tabs">
      ${tabList(tabs, tab, ids, (chosen) => session.show({ tab: chosen }))}
      ${tab === 'hand' ? html`<span class="aside">${sourceOf(layout.snapshot)}</span>` : nothing}
      ${tab === 'scale' ? deviceSwitch(session, layout.runner?.status.device ?? 'cpu') : nothing}
    </div>
    ${tabs.map(
      (name) =>
        html`<div
          class="panel panel-${name}"
          role="tabpanel"
          id="${ids}-panel-${name}"
          aria-labelledby="${ids}-tab-${name}"
          ?hidden=${tab !== name}
        >
          ${panels[name](layout)}
        </div>`,
    )}
    <div class="under">${track ? transport(track) : nothing} ${extras(session, track)}</div>
  </div>`;
}

/** Where what the picture shows comes from. */
const sourceOf = ({ by }: Snapshot): string =>
  by === undefined
    ? 'Every number here follows from the givens on the left.'
    : `Answered by your own model, ${by}.`;

const panels: Record<Tab, (layout: Layout) => TemplateResult> = {
  hand({ session, snapshot, ids, failed, predicted }) {
    const { scene } = session;
    return html`<div
        class="picture-stage"
        role="group"
        tabindex="0"
        aria-label="Picture: ${scene.card.title}"
        aria-describedby="${ids}-picture"
      ></div>
      <div class="caption" aria-live="polite"></div>
      <p class="sr-only" id="${ids}-picture">${describePicture(scene, snapshot, predicted)}</p>
      ${runNotice(session)} ${failed}`;
  },

  scale({ session, snapshot, services, changed }) {
    return html`<unfold-scale
      .session=${session}
      .snapshot=${snapshot}
      .clock=${services.clock}
      .storage=${services.storage}
      .changed=${changed}
      .running=${snapshot.tab === 'scale' || snapshot.device !== undefined}
    ></unfold-scale>`;
  },

  code({ session, snapshot }) {
    return html`<unfold-code
      .session=${session}
      .snapshot=${snapshot}
      .shown=${snapshot.tab === 'code'}
    ></unfold-code>`;
  },
};

/** How the run of a scene that runs something stands, where that is worth a word. */
function runNotice(session: Session): TemplateResult | typeof nothing {
  const { state, message } = session.snapshot.run;
  if (state === 'done') return nothing;
  const again = html`<button type="button" class="button" @click=${() => session.runAgain()}>
    Run it again
  </button>`;
  if (state === 'busy') {
    return html`<p class="notice" role="status">
      Running …
      <button type="button" class="button" @click=${() => session.cancelRun()}>Cancel</button>
    </p>`;
  }
  return html`<p class="notice bad" role="alert">
    ${state === 'cancelled' ? 'The run was cancelled.' : message} ${again}
  </p>`;
}

const unreadNotice = (unread: readonly string[]): TemplateResult =>
  html`<div class="notice bad" role="status">
    Some of this link could not be read; the rest is shown.
    <ul>
      ${unread.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </div>`;
