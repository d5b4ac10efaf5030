import { windowName } from './presenter-channel';

/**
 * How much larger type, strokes and targets are when presenting: 2 on a screen of 1080 px, in
 * proportion on others, so that 14 px become 28; never smaller than on a page.
 */
export const presentationUnit = (width: number, height: number): number =>
  Math.max(1, 2 * Math.min(height / 1080, width / 1440));

/** Fills the screen if the browser lets it; presenting works without. */
export async function fillScreen(element: HTMLElement): Promise<void> {
  // Asked in a frame that is not allowed to, browsers complain in the console.
  if (!document.fullscreenEnabled) return;
  try {
    await element.requestFullscreen();
  } catch {
    // Refused, or not to be had: the window is what there is.
  }
}

export async function leaveScreen(element: HTMLElement): Promise<void> {
  if (document.fullscreenElement === element) await document.exitFullscreen();
}

/** Opens the presenter's window beside this one, the same one when it is open; false when forbidden. */
export function openPresenter(number: string): boolean {
  const name = windowName();
  const link = `#/presenter/${number}?of=${encodeURIComponent(name)}`;
  return window.open(link, `presenter-${name}`, 'popup,width=1000,height=720') !== null;
}
