/** Sizes of type to try, largest first, in units of the presentation: 14 is 28 px on 1080 px. */
const SIZES = [22, 20, 18.5, 17, 16, 15, 14];
/** Below what the last row reads, but whole: nothing that is shown is ever cut. */
const LAST_RESORT = [13, 12, 11, 10, 9, 8];

const tooTall = (box: HTMLElement): boolean => box.scrollHeight > box.clientHeight + 1;
const tooWide = (line: HTMLElement): boolean => line.scrollWidth > line.clientWidth + 1;

/**
 * Sets the type of a column, `--type`, as large as all that is in it fits without scrolling. Where a
 * class votes on an order the column is no box of its own: its head is.
 */
export function fitType(column: HTMLElement): void {
  const box = column.checkVisibility() ? column : column.querySelector<HTMLElement>('.head');
  if (!box?.checkVisibility()) return;
  const lines = [...box.querySelectorAll<HTMLElement>('.line')];
  for (const line of lines) line.style.removeProperty('--shrink');
  const fits = (size: number): boolean => {
    column.style.setProperty('--type', String(size));
    return !tooTall(box) && !lines.some(tooWide);
  };
  if (SIZES.some(fits)) return;
  // A formula that has no place to break is scaled by itself.
  for (const line of lines.filter(tooWide)) {
    line.style.setProperty('--shrink', (line.clientWidth / line.scrollWidth).toFixed(3));
  }
  if (tooTall(box)) LAST_RESORT.some(fits);
}

/** What a class cannot see whole it does not vote on: `data-crowded` leaves the picture its place. */
export function fitVote(host: HTMLElement, predictions: HTMLElement | undefined): void {
  host.removeAttribute('data-crowded');
  const crowded = predictions?.checkVisibility() && tooTall(predictions);
  host.toggleAttribute('data-crowded', Boolean(crowded));
}
