import {
  html,
  svg,
  type Field,
  type Matrix,
  type ScaleControl,
  type ScaleDrawing,
  type ScaleFrame,
  type TemplateResult,
} from '../../../src/author';
import { bankStrip } from './bank';
import { divideHandle } from './divide';
import { filterNames, type Filter } from './filters';
import { layOutPhoto } from './photo-layout';
import type { Source } from './pictures';
import { captionOf, tapsPanel } from './taps';

/** What is shown of a photograph. */
export interface PhotoShown {
  readonly source: Source;
  readonly filter: Filter;
  readonly taps: Matrix;
  readonly before: HTMLCanvasElement;
  /** The same filtered, once it has been. */
  readonly after: Field | undefined;
  /** The divide between the two, from 0 to 1. */
  readonly divide: number;
  /** What went wrong with what the reader brought, or what is to do next. */
  readonly note: string;
  readonly cameraOn: boolean;
}

export interface PhotoEvents {
  readonly moveDivide: (to: number) => void;
  readonly bring: (file: File | undefined) => void;
  readonly clear: () => void;
  readonly startCamera: () => void;
  readonly takePicture: () => void;
  readonly press: (event: PointerEvent) => void;
  readonly choose: (filter: Filter) => void;
  readonly weigh: (taps: Matrix, commit: boolean) => void;
}

/** Fewer pixels than these are seen one by one, not smoothed. */
const FEW = 65_536;

/** The pictures, one over the other, and what belongs to them. */
export function drawPhoto(shown: PhotoShown, frame: ScaleFrame, events: PhotoEvents): ScaleDrawing {
  const { before, after, filter, taps, note } = shown;
  const caption = captionOf(filter, taps);
  const ways = shown.source === 'drawing' ? 'Draw on the picture, or' : 'Or';
  const privacy = `${ways} drop or paste one. It stays on this machine, not in links.`;
  const words = { caption: `${filterNames[filter]}, ${caption}`, privacy, note };
  const layout = layOutPhoto(before.width / before.height, words, frame);
  const coarse = before.width * before.height < FEW;
  const controls: ScaleControl[] = [
    { box: layout.pair, content: pair(shown, coarse, events) },
    { box: layout.button, content: tool(shown, events) },
    { box: layout.taps, content: tapsPanel(layout.taps.width, taps, events.weigh) },
    {
      box: layout.caption,
      content: html`<p class="photo-words"><strong>${filterNames[filter]}</strong>, ${caption}</p>`,
    },
    { box: layout.bank, content: bankStrip(filter, layout.bank.columns, events.choose) },
    { box: layout.privacy, content: html`<p class="photo-words">${privacy}</p>` },
    { box: layout.note, content: html`<p class="photo-words photo-note">${note}</p>` },
  ];
  return {
    height: layout.height,
    heatmaps: after ? [{ box: layout.pair, field: after, smoothed: !coarse }] : [],
    controls,
    content: svg``,
    said: note,
  };
}

/** The picture before, as far as the divide, over the filtered one. */
function pair(
  shown: PhotoShown,
  coarse: boolean,
  { press, moveDivide }: PhotoEvents,
): TemplateResult {
  const { before, divide, source, cameraOn } = shown;
  const kinds = [source === 'drawing' && 'drawable', coarse && 'coarse'].filter(Boolean);
  return html`<div class="photo-pair ${kinds.join(' ')}" @pointerdown=${press}>
    <div class="photo-before" style="clip-path: inset(0 ${100 - divide * 100}% 0 0)">${before}</div>
    <span class="photo-label" aria-hidden="true">before</span>
    <span class="photo-label after" aria-hidden="true">after</span>
    ${divideHandle(divide, moveDivide)}
    <video class="photo-video" ?hidden=${!cameraOn} muted playsinline></video>
  </div>`;
}

/** The way a picture comes in, by its source. */
function tool({ source, cameraOn }: PhotoShown, events: PhotoEvents): TemplateResult {
  const button = (says: string, press: () => void): TemplateResult =>
    html`<button class="button photo-tool" type="button" @click=${press}>${says}</button>`;
  if (source === 'drawing') return button('Clear the paper', events.clear);
  if (source === 'camera') {
    return cameraOn
      ? button('Take the picture', events.takePicture)
      : button('Start the camera', events.startCamera);
  }
  const onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    events.bring(input.files?.[0]);
    // The same file may be chosen again.
    input.value = '';
  };
  return html`<label class="button photo-tool">
    <input class="photo-file" type="file" accept="image/*" @change=${onFile} />
    Open a picture
  </label>`;
}
