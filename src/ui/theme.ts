import type { Keep } from '../state/keep';

/** What the reader chose; nothing follows the system. */
export type Theme = 'light' | 'dark' | undefined;

export function keptTheme(keep: Keep): Theme {
  const kept = keep.get('theme');
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

export function applyTheme(theme: Theme): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** As the system, light, dark, and round again. */
export function nextTheme(keep: Keep): Theme {
  const next = { system: 'light', light: 'dark', dark: undefined }[keptTheme(keep) ?? 'system'];
  keep.set('theme', next ?? 'system');
  return next as Theme;
}

export const themeName = (theme: Theme): string => theme ?? 'as the system';
