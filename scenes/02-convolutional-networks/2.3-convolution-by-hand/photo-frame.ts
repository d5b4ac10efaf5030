import { html, nothing, type TemplateResult } from '../../../src/author';
import type { Source } from './pictures';

/** What stands around the two pictures. */
export interface PhotoFrame {
  readonly source: Source;
  readonly width: number;
  readonly height: number;
  /** The divide between before and after, from 0 to 1. */
  readonly divide: number;
  /** What went wrong with what the reader brought, or what is to do next. */
  readonly note: string;
  readonly camera: 'off' | 'on';
  readonly taps: TemplateResult;
  readonly bank: TemplateResult;
  moveDivide(to: number): void;
  bring(file: File | undefined): void;
  clear(): void;
  startCamera(): void;
  takePicture(): void;
  press(event: PointerEvent): void;
}

const STEP = 0.02;

/** Where a key moves the divide to, if it does. */
function stepped(divide: number, key: string): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: divide - STEP,
    ArrowDown: divide - STEP,
    ArrowRight: divide + STEP,
    ArrowUp: divide + STEP,
    PageDown: divide - 5 * STEP,
    PageUp: divide + 5 * STEP,
    Home: 0,
    End: 1,
  };
  return Object.hasOwn(to, key) ? to[key] : undefined;
}

function divideHandle({ divide, moveDivide }: PhotoFrame): TemplateResult {
  const percent = Math.round(divide * 100);
  const onKey = (event: KeyboardEvent): void => {
    const to =
      event.altKey || event.ctrlKey || event.metaKey ? undefined : stepped(divide, event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moveDivide(to);
  };
  return html`<div
    class="photo-divide"
    role="slider"
    tabindex="0"
    aria-label="Divide between before and after"
    aria-orientation="horizontal"
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${percent}
    aria-valuetext="${percent} % before"
    style="left: ${divide * 100}%"
    @keydown=${onKey}
  ></div>`;
}

/** Ways of bringing a picture, by source. */
function tools(frame: PhotoFrame): TemplateResult {
  const { source, camera } = frame;
  const onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    frame.bring(input.files?.[0]);
    // The same file may be chosen again.
    input.value = '';
  };
  const button = (says: string, press: () => void): TemplateResult =>
    html`<button class="button" type="button" @click=${press}>${says}</button>`;
  const clear = source === 'drawing' ? button('Clear the paper', frame.clear) : nothing;
  const shot =
    camera === 'on'
      ? button('Take the picture', frame.takePicture)
      : button('Start the camera', frame.startCamera);
  return html`<div class="photo-tools">
    <label class="button">
      <input class="photo-file" type="file" accept="image/*" @change=${onFile} />
      Open a picture
    </label>
    ${clear} ${source === 'camera' ? shot : nothing}
  </div>`;
}

/** The pictures, one over the other, with the divide between them. */
export function photoFrame(frame: PhotoFrame): TemplateResult {
  const { width, height, divide, source, camera, note } = frame;
  return html`<div class="photo ${source === 'drawing' ? 'drawable' : ''}">
    <div class="photo-room">
      <div
        class="photo-pair ${width * height < 65_536 ? 'coarse' : ''}"
        style="--ratio: ${width / height}"
        @pointerdown=${frame.press}
      >
        <div class="photo-before"></div>
        <div class="photo-after" style="clip-path: inset(0 0 0 ${divide * 100}%)"></div>
        <span class="photo-label" aria-hidden="true">before</span>
        <span class="photo-label after" aria-hidden="true">after</span>
        ${divideHandle(frame)}
        <video class="photo-video" ?hidden=${camera === 'off'} muted playsinline></video>
      </div>
    </div>
    <div class="photo-side">
      ${tools(frame)} ${frame.taps} ${frame.bank}
      <p class="photo-privacy">
        ${source === 'drawing' ? 'Draw on the picture. You may also drop' : 'You may also drop'} or
        paste a picture. It stays on this machine; links do not carry it.
      </p>
    </div>
    <p class="photo-note" role="status">${note}</p>
  </div>`;
}
