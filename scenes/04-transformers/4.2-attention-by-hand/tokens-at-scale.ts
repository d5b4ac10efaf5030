import attention from '../../../shaders/attention/attention';
import attentionTile from '../../../shaders/attention/attention_tile';
import {
  compareWithTwin,
  ScalePicture,
  worse,
  type Agreement,
  type Compute,
  type Field,
  type ScaleDrawing,
  type ScaleFrame,
  type ScaleReport,
  type ScaleStage,
  type ScaleView,
  type Tensor,
} from '../../../src/author';
import { habitsOf, sayHabits } from './habits';
import { createMap, drawControls, drawMap, layoutOf, SAMPLES, type Pointed } from './map-frame';
import { PanZoom } from './pan-zoom';
import type { ScaleGivens } from './settings';
import { drawTokens, weightOf, WIDTH, type Tokens } from './tokens';

/** Rows and pixels a side that are checked against the twin. */
const CHECKED = 8;

/** Multiply-adds of one call on the CPU, which nothing interrupts: tens of milliseconds. */
const PIECE = 3e7;

interface Computed {
  readonly length: number;
  readonly causal: 0 | 1;
  readonly tokens: Tokens;
  readonly tensors: Record<'q' | 'k' | 'v' | 'attended' | 'registers', Tensor>;
  /** Largest score and sum of each row, read back for the pair under the pointer. */
  registers: Float32Array;
}

/** The map of all weights: rows summed up once, the window in view computed whenever it moves. */
export class TokensAtScale implements ScaleView<ScaleGivens> {
  private readonly picture: ScalePicture;
  private readonly controls = document.createElement('div');
  private readonly map = createMap();
  private readonly panZoom = new PanZoom(this.map, () => void this.repaint());
  private scope: (Compute & { release(): void }) | undefined;
  private computed: Computed | undefined;
  /** The window as it was last computed. */
  private weights: Field['data'] | undefined;
  private pointed: Pointed | undefined;
  private painting: Promise<void> | undefined;
  private stale = false;

  constructor(private readonly stage: ScaleStage<ScaleGivens>) {
    this.picture = new ScalePicture(stage, (frame) => this.drawing(frame));
    this.controls.className = 'map-controls';
    this.picture.root.append(this.controls);
    this.map.addEventListener('pointermove', this.onPointer);
    this.map.addEventListener('pointerleave', this.onLeave);
  }

  async update({ length, causal }: ScaleGivens, signal: AbortSignal): Promise<ScaleReport> {
    const { stage } = this;
    const scope = stage.compute.scope(signal);
    const tokens = drawTokens(length);
    const tensors = {
      q: scope.upload(tokens.q),
      k: scope.upload(tokens.k),
      v: scope.upload(tokens.v),
      attended: scope.zeros(length * WIDTH),
      registers: scope.zeros(length * 2),
    };
    const started = stage.clock.now();
    await this.sumUp(scope, tensors, length, causal, signal);
    const elapsed = stage.clock.now() - started;
    const registers = (await scope.read(tensors.registers)) as Float32Array;
    signal.throwIfAborted();

    this.scope?.release();
    this.scope = scope;
    this.computed = { length, causal: causal ? 1 : 0, tokens, tensors, registers };
    this.panZoom.fit(length, this.side);
    await this.repaint();
    const agreement = worse(await this.checkRows(scope), await this.checkWindow(scope));
    return {
      count: causal ? (length * (length + 1)) / 2 : length * length,
      unit: 'pairs of tokens',
      elapsed,
      agreement,
      finding: sayHabits(habitsOf(this.computed)),
      details: `For ${length.toLocaleString('en')} tokens the table of weights would take ${megabytes(length * length * 4)}; what is kept takes ${megabytes(length * (4 * WIDTH + 2) * 4)}.`,
    };
  }

  resize(): Promise<void> {
    if (this.computed) this.panZoom.fit(this.computed.length, this.side);
    return this.repaint();
  }

  describe(): string {
    const { computed } = this;
    if (!computed) return 'The map of weights is being computed.';
    const { left, top, seen: across } = this.panZoom.window;
    const seen = Math.min(computed.length, Math.ceil(across));
    return `Map of the attention weights of ${computed.length} tokens${computed.causal ? ', causal' : ''}. In view: queries ${Math.floor(top)} to ${Math.floor(top) + seen - 1}, keys ${Math.floor(left)} to ${Math.floor(left) + seen - 1}. Bright blocks are passages on one topic, the diagonal is a token’s neighbourhood, the first column draws what is left.`;
  }

  dispose(): void {
    this.map.removeEventListener('pointermove', this.onPointer);
    this.map.removeEventListener('pointerleave', this.onLeave);
    this.panZoom.dispose();
    this.scope?.release();
    this.picture.dispose();
  }

  /** Pixels along a side of the map. */
  private get side(): number {
    const { width, height, unit } = this.stage;
    return Math.round(layoutOf({ width: width / unit, height: height / unit }).side * unit);
  }

  /** Attention for all rows: in one call, where the device cuts it, else in several. */
  private sumUp(
    scope: Compute,
    buffers: Computed['tensors'],
    length: number,
    causal: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const rows = scope.gpu ? length : Math.max(1, Math.floor(PIECE / (2 * length * WIDTH)));
    for (let first = 0; first < length; first += rows) {
      scope.run(attention, {
        dimensions: {
          heads: 1,
          tokens: length,
          width: WIDTH,
          rows: Math.min(rows, length - first),
        },
        knobs: { first, causal: causal ? 1 : 0 },
        buffers,
      });
    }
    return scope.finished({ progress: (share) => this.stage.progress(share), signal });
  }

  /** Computes and paints the window in view; while one is painted, only the latest waits. */
  private repaint(): Promise<void> {
    this.stale = true;
    this.painting ??= this.paintLatest()
      .catch(unlessReplaced)
      .finally(() => (this.painting = undefined));
    return this.painting;
  }

  private async paintLatest(): Promise<void> {
    while (this.stale && this.computed && this.scope) {
      this.stale = false;
      await this.paintWindow(this.computed, this.scope);
    }
  }

  private async paintWindow(computed: Computed, scope: Compute): Promise<void> {
    const { side } = this;
    const weights = scope.zeros(side * side);
    const call = this.windowCall(computed, side, side);
    const [queries, keys] = [scope.upload(call.queries), scope.upload(call.keys)];
    const { q, k, registers } = computed.tensors;
    scope.run(attentionTile, {
      ...call.sizes,
      buffers: { q, k, registers, queries, keys, weights },
    });
    this.weights = scope.gpu ? weights : await scope.read(weights);
    await this.picture.paint();
    await scope.finished();
    for (const tensor of [weights, queries, keys]) tensor.release();
  }

  /** Which tokens each pixel of the window samples: rows × columns pixels spread over it. */
  private windowCall({ length, causal }: Computed, rows: number, columns: number) {
    const { left, top, seen } = this.panZoom.window;
    const samples = seen > this.side ? SAMPLES : 1;
    const tokensOf = (origin: number, pixels: number): Uint32Array<ArrayBuffer> =>
      Uint32Array.from({ length: pixels * samples }, (_, n) => {
        const pixel = (Math.floor(n / samples) + ((n % samples) + 0.5) / samples) / pixels;
        return Math.min(length - 1, Math.max(0, Math.floor(origin + pixel * seen)));
      });
    return {
      sizes: {
        dimensions: { tokens: length, width: WIDTH, rows, columns, samples },
        knobs: { causal },
      },
      queries: tokensOf(top, rows),
      keys: tokensOf(left, columns),
    };
  }

  /** The outputs of some rows from the middle of the text, against the twin. */
  private async checkRows(scope: Compute): Promise<Agreement> {
    const { length, causal, tokens, tensors } = this.computed!;
    const { q, k, v } = tokens;
    const first = Math.floor(length * 0.6);
    const twin = await scope.twin(attention, {
      dimensions: { heads: 1, tokens: length, width: WIDTH, rows: CHECKED },
      knobs: { first, causal },
      buffers: {
        ...{ q, k, v },
        attended: new Float32Array(length * WIDTH),
        registers: new Float32Array(length * 2),
      },
    });
    const running = await scope.read(tensors.attended, first * WIDTH, CHECKED * WIDTH);
    const wanted = twin.attended.slice(first * WIDTH, (first + CHECKED) * WIDTH);
    return compareWithTwin(running, wanted, attention.bound, `outputs of ${CHECKED} tokens`);
  }

  /** Some weights spread over the window, against the twin. */
  private async checkWindow(scope: Compute): Promise<Agreement> {
    const computed = this.computed!;
    const { q, k, registers } = computed.tensors;
    const call = this.windowCall(computed, CHECKED, CHECKED);
    const weights = scope.zeros(CHECKED * CHECKED);
    scope.run(attentionTile, {
      ...call.sizes,
      buffers: {
        q,
        k,
        registers,
        queries: scope.upload(call.queries),
        keys: scope.upload(call.keys),
        weights,
      },
    });
    const running = await scope.read(weights);
    const twin = await scope.twin(attentionTile, {
      ...call.sizes,
      buffers: {
        q: computed.tokens.q,
        k: computed.tokens.k,
        registers: computed.registers,
        queries: call.queries,
        keys: call.keys,
        weights: new Float32Array(CHECKED * CHECKED),
      },
    });
    const what = 'weights in view, as powers of ten';
    return compareWithTwin(running, twin.weights, attentionTile.bound, what);
  }

  private readonly onPointer = (event: PointerEvent): void => {
    const { computed } = this;
    if (!computed) return;
    const box = this.map.getBoundingClientRect();
    const { left, top, seen } = this.panZoom.window;
    const token = (x: number): number => Math.min(computed.length - 1, Math.max(0, Math.floor(x)));
    const query = token(top + ((event.clientY - box.top) / box.height) * seen);
    const key = token(left + ((event.clientX - box.left) / box.width) * seen);
    this.point({ query, key, weight: weightOf(computed, query, key) });
  };

  private readonly onLeave = (): void => this.point(undefined);

  private point(pointed: Pointed | undefined): void {
    this.pointed = pointed;
    this.picture.redraw();
  }

  private drawing(frame: ScaleFrame): ScaleDrawing | undefined {
    if (!this.computed) return undefined;
    const { side: pixels, weights, pointed, panZoom, stage } = this;
    const drawn = drawMap({ window: panZoom.window, pixels, weights, pointed }, frame);
    drawControls(this.controls, this.map, drawn.map, frame, { unit: stage.unit, panZoom });
    return drawn;
  }
}

/** A picture that is no longer wanted, since its tensors were released, is no fault. */
function unlessReplaced(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}

const megabytes = (bytes: number): string =>
  `${(bytes / 1e6).toLocaleString('en', { maximumSignificantDigits: 3 })} MB`;
