import type { PageStorage } from '../state/storage';

/** What the reader chose; nothing follows the system. */
export type Theme = 'light' | 'dark' | undefined;

export function storedTheme(storage: PageStorage): Theme {
  const stored = storage.get('theme');
  return stored === 'light' || stored === 'dark' ? stored : undefined;
}

export function applyTheme(theme: Theme): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** As the system, light, dark, and round again. */
export function nextTheme(storage: PageStorage): Theme {
  const next = { system: 'light', light: 'dark', dark: undefined }[
    storedTheme(storage) ?? 'system'
  ];
  storage.set('theme', next ?? 'system');
  return next as Theme;
}

export const themeName = (theme: Theme): string => theme ?? 'as the system';
