/** What the presented page shows: its link, and whether it has come past the last step. */
export interface Projected {
  readonly link: string;
  readonly closing: boolean;
}

/** What is pressed in the presenter's window. */
export type Press = 'next' | 'previous' | 'blank';

type Message =
  | { readonly shows: Projected }
  | { readonly pressed: Press }
  /** A presenter's window has opened and knows nothing yet. */
  | { readonly asks: true };

/** What this window is called, also when it was loaded anew: its presenter's window follows no other. */
export const windowName = (): string =>
  (window.name ||= `unfold-${crypto.getRandomValues(new Uint32Array(1))[0]}`);

/** The windows of one browser hear each other, on the network or off it. */
const open = (projected: string): BroadcastChannel =>
  new BroadcastChannel(`unfold-presenter/${projected}`);

/** The end of the page that is presented. */
export class Projection {
  private readonly channel = open(windowName());
  private shown?: Projected;

  constructor(press: (what: Press) => void) {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('asks' in data && this.shown) this.tell(this.shown);
      if ('pressed' in data) press(data.pressed);
    };
  }

  show(projected: Projected): void {
    const { shown } = this;
    if (shown?.link === projected.link && shown.closing === projected.closing) return;
    this.shown = projected;
    this.tell(projected);
  }

  dispose(): void {
    this.channel.close();
  }

  private tell(shows: Projected): void {
    this.channel.postMessage({ shows } satisfies Message);
  }
}

/** The end of the presenter's window, which follows the window of this name. */
export class Remote {
  private readonly channel: BroadcastChannel;

  constructor(projected: string, shows: (projected: Projected) => void) {
    this.channel = open(projected);
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('shows' in data) shows(data.shows);
    };
    this.channel.postMessage({ asks: true } satisfies Message);
  }

  press(pressed: Press): void {
    this.channel.postMessage({ pressed } satisfies Message);
  }

  dispose(): void {
    this.channel.close();
  }
}
