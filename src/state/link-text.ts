/**
 * What mail and chat do to a link, and how it is undone before the link is read. Nothing of it
 * touches a link as `writeLink` writes it.
 */

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/**
 * Where a link ends and the sentence around it goes on: with a full stop, or with a bracket that
 * was not opened within the link.
 */
function endOf(link: string): number {
  const counts: Record<string, number> = {};
  for (const character of link) counts[character] = (counts[character] ?? 0) + 1;
  for (let end = link.length; ; end -= 1) {
    const last = link.charAt(end - 1);
    const unopened = last in OPENING && counts[last] > (counts[OPENING[last]] ?? 0);
    if (last !== '.' && !unopened) return end;
    counts[last] -= 1;
  }
}

/** A link from its `#` on, as it was before it was sent. */
export function mended(hash: string): string {
  const plain = hash.trim().replace(/&(?:amp;|#38;|#x26;)+/gi, '&');
  const link = plain.slice(0, endOf(plain));
  // Encoded as a whole: what ought to split the link is not there.
  const whole = !link.includes('?') && /%3F/i.test(link);
  const query = link.includes('?') && !link.slice(link.indexOf('?')).includes('=');
  return whole || (query && /%3D/i.test(link)) ? decoded(link) : link;
}

/** A link whose end would be taken for the sentence's has its last character encoded. */
export const guarded = (link: string): string =>
  endOf(link) < link.length
    ? `${link.slice(0, -1)}%${link
        .charCodeAt(link.length - 1)
        .toString(16)
        .toUpperCase()}`
    : link;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Keys that campaigns and social networks add to the links they pass on. */
export const CAMPAIGN_KEY = String.raw`utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid`;
const CAMPAIGN = new RegExp(`^(?:${CAMPAIGN_KEY})$`);
export const isCampaignKey = (key: string): boolean => CAMPAIGN.test(key);
