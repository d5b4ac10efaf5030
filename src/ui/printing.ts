/**
 * Tells when the page is about to be printed and when it has been, however that began: browsers
 * announce it by an event, by a media query, or both. Returns how to stop.
 */
export function whilePrinting(changed: (printing: boolean) => void): () => void {
  const print = matchMedia('print');
  const begin = (): void => changed(true);
  const end = (): void => changed(false);
  const follow = ({ matches }: MediaQueryListEvent): void => changed(matches);
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  print.addEventListener('change', follow);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    print.removeEventListener('change', follow);
  };
}
