import type { TemplateResult } from 'lit';

/** What a template says, as text: enough to read its numbers without a browser. */
export function markup(part: unknown): string {
  if (Array.isArray(part)) return part.map(markup).join('');
  if (part !== null && typeof part === 'object' && 'strings' in part) {
    const { strings, values } = part as TemplateResult;
    return strings.map((text, i) => text + (i < values.length ? markup(values[i]) : '')).join('');
  }
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}
