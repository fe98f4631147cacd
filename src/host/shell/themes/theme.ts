/** Themes: one set of CSS variables each, for the shell itself and for every framed extension page. */
import { darkTheme } from './dark';
import { highContrastTheme } from './high-contrast';
import { lightTheme } from './light';

/**
 * Variable name without "--" to value. Names in `palette-neutral-*`, `palette-primary*` and `palette-accent*` hold bare RGB
 * triplets ("234, 234, 234"), since azure-devops-ui writes `rgba(var(--palette-neutral-8), 1)`; all others are whole values.
 */
export type ThemeData = Readonly<Record<string, string>>;

export const themeNames = ['light', 'dark', 'high-contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

export const themes: Readonly<Record<ThemeName, { readonly title: string; readonly data: ThemeData }>> = {
  light: { title: 'Light', data: lightTheme },
  dark: { title: 'Dark', data: darkTheme },
  'high-contrast': { title: 'High contrast', data: highContrastTheme },
};

export function isThemeName(value: string | null): value is ThemeName {
  return themeNames.some((name) => name === value);
}

/** Puts a theme's variables on the document's root, where the shell's own style sheet reads them. */
export function applyTheme(page: Document, name: ThemeName): void {
  const root = page.documentElement;
  for (const [variable, value] of Object.entries(themes[name].data))
    root.style.setProperty(`--${variable}`, value);
  root.dataset['theme'] = name;
  root.style.colorScheme = name === 'light' ? 'light' : 'dark';
}
