/** Where the picture stands above its solution, as the styles have it. */
const NARROW = matchMedia('(max-width: 900px)');
/** How much of a phone's height the small picture takes. */
const SHARE = 0.36;

/**
 * On a phone the picture stands above its solution. Once all but its end has scrolled away, the whole
 * of it, small, stays with the step that is read: `data-companion` says so on the host. Its place keeps
 * its height, so that nothing else moves.
 */
export class Companion {
  constructor(
    private readonly host: HTMLElement,
    private readonly stage: HTMLElement,
  ) {
    addEventListener('scroll', this.follow, { passive: true });
  }

  /** To be called when the picture may have another height, too. */
  readonly follow = (): void => {
    const { host, stage } = this;
    if (!NARROW.matches) return;
    const panel = stage.parentElement!;
    const small = Math.round(SHARE * innerHeight);
    if (!host.hasAttribute('data-companion')) {
      host.style.setProperty('--stage-height', `${stage.offsetHeight}px`);
    }
    host.style.setProperty('--companion', `${small}px`);
    host.style.setProperty('--companion-top', `${small - panel.offsetHeight}px`);
    // Where it sticks its end is as far down as the small picture is high.
    const away = panel.checkVisibility() && panel.getBoundingClientRect().bottom <= small + 1;
    host.toggleAttribute('data-companion', away);
  };

  dispose(): void {
    removeEventListener('scroll', this.follow);
  }
}
