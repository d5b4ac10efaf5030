/** The screens the app is designed for. */
export const sizes = {
  laptop: { width: 1440, height: 900 },
  projector: { width: 1280, height: 720 },
  beamer: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;

export type Size = { readonly width: number; readonly height: number };
