import { html, type TemplateResult } from 'lit';
import type { Tab } from '../state/link';

const names: Record<Tab, string> = { hand: 'By hand', scale: 'At scale', code: 'Code' };

/** The faces of the picture as tabs: one of them in the order of Tab, the others by the arrows. */
export function tabList(
  present: readonly Tab[],
  shown: Tab,
  prefix: string,
  show: (tab: Tab) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const at = present.indexOf(shown);
    const to = {
      ArrowRight: (at + 1) % present.length,
      ArrowLeft: (at + present.length - 1) % present.length,
      Home: 0,
      End: present.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(present[to]);
    const list = event.currentTarget as HTMLElement;
    list.querySelectorAll<HTMLElement>('[role="tab"]')[to].focus();
  };
  return html`<div
    class="tab-list"
    role="tablist"
    aria-label="Faces of the exercise"
    @keydown=${onKey}
  >
    ${present.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="${prefix}-tab-${tab}"
          aria-controls="${prefix}-panel-${tab}"
          aria-selected=${tab === shown ? 'true' : 'false'}
          tabindex=${tab === shown ? 0 : -1}
          @click=${() => show(tab)}
        >
          ${names[tab]}
        </button>`,
    )}
  </div>`;
}
