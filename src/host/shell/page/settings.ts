/** What the shell remembers in the browser between visits: the person and the theme. */
import { isThemeName, type ThemeName } from '../themes/theme';

export interface Settings {
  user(): string | null;
  keepUser(id: string): void;
  theme(): ThemeName;
  keepTheme(name: ThemeName): void;
}

/** Storage can be switched off in a browser and then throws on every access: the page must work without a memory. */
export function browserSettings(page: Window): Settings {
  function read(name: string): string | null {
    try {
      return page.localStorage.getItem(name);
    } catch {
      return null;
    }
  }
  function keep(name: string, value: string): void {
    try {
      page.localStorage.setItem(name, value);
    } catch {
      // Forgotten with the page, then.
    }
  }
  return {
    user: () => read('shell.user'),
    keepUser: (id) => keep('shell.user', id),
    theme() {
      const kept = read('shell.theme');
      return isThemeName(kept) ? kept : 'light';
    },
    keepTheme: (name) => keep('shell.theme', name),
  };
}
