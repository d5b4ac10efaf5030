import { LitElement, type PropertyValues } from 'lit';
import { renderOriginal, watchTranslation } from './translation';

/**
 * An element that renders into the page itself, without a shadow root, so that labels, fragments of
 * forms, one stylesheet and checks from outside reach everything in it.
 */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watchTranslation(this);
  }

  protected override update(changed: PropertyValues): void {
    renderOriginal(this, () => super.update(changed));
  }
}

/**
 * Resolves when every element below `root` has rendered what it was given, those included that
 * another of them has only now put there.
 */
export async function rendered(root: ParentNode): Promise<void> {
  const seen = new Set<Element>();
  for (;;) {
    const fresh = [...root.querySelectorAll('*')].filter(
      (element) => element instanceof LitElement && !seen.has(element),
    ) as LitElement[];
    if (fresh.length === 0) return;
    for (const element of fresh) seen.add(element);
    await Promise.all(fresh.map((element) => element.updateComplete));
  }
}

let count = 0;

/** A prefix for ids that no other element of the page has. */
export const freshId = (): string => `u${(count += 1)}`;
