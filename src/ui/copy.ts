/**
 * Copies text. Over an insecure origin there is no clipboard, and a browser may refuse: then false,
 * and the page shows the text to be copied by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
