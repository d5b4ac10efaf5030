/**
 * What a browser's translator does to a page: it takes text out and puts a `<font>` with the
 * translation in its place. Lit still holds the text that was taken out, and writes into it unseen,
 * so that an old number would stand beside a new one.
 *
 * Before an element renders, its own texts are put back; afterwards the translation returns where
 * nothing changed. Where something did, the whole sentence stays as it was written, since a
 * translator may have moved its words anywhere within it; it is then translated anew.
 */

/** The text that each `<font>` stands for. */
const originals = new WeakMap<Node, Text>();
let translated = false;

const isFont = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLElement && node.localName === 'font';

/** What a translator takes for one sentence lies within one of these. */
const BLOCKS =
  'p, li, h1, h2, h3, label, button, option, td, th, legend, summary, figcaption, div, section';

function note({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
  for (const removed of removedNodes) {
    if (removed instanceof Text) {
      const font = [...addedNodes, previousSibling, nextSibling].find(isFont);
      if (!font || originals.has(font)) continue;
      originals.set(font, removed);
      translated = true;
      continue;
    }
    // "Show original": another text takes the place of the translation, where ours belongs.
    const original = originals.get(removed);
    const text = [...addedNodes].find((node) => node instanceof Text);
    if (original && text && text !== original) text.replaceWith(original);
  }
}

let observer: MutationObserver | undefined;

/** Notes from now on what a translator does below an element. */
export function watchTranslation(root: Element): void {
  observer ??= new MutationObserver((records) => records.forEach(note));
  observer.observe(root, { childList: true, subtree: true });
}

/** A text put back for a while in the place of its translation. */
interface Lifted {
  readonly font: HTMLElement;
  readonly text: Text;
  readonly before: string;
  /** Where the text stood, for translators that keep it within the `<font>`. */
  readonly within: Node | null;
  readonly block: Element | null;
}

function lift(font: HTMLElement): Lifted[] {
  const text = originals.get(font);
  if (!text) return [];
  const within = font.contains(text) ? text.parentNode : null;
  const block = font.closest(BLOCKS);
  font.replaceWith(text);
  return [{ font, text, before: text.data, within, block }];
}

/** Renders an element as if nobody had translated it, and keeps the translation that still holds. */
export function renderOriginal(root: Element, render: () => void): void {
  observer?.takeRecords().forEach(note);
  if (!translated) {
    render();
    return;
  }
  const fonts = [...root.querySelectorAll<HTMLElement>('font:not(font font)')];
  const lifted = fonts.flatMap(lift);
  try {
    render();
  } finally {
    const same = ({ text, before }: Lifted): boolean => root.contains(text) && text.data === before;
    const changed = new Set(lifted.filter((each) => !same(each)).map(({ block }) => block));
    for (const { font, text, within, block } of lifted) {
      if (changed.has(block)) continue;
      text.replaceWith(font);
      within?.appendChild(text);
    }
    observer?.takeRecords();
  }
}
