/**
 * Light or dark before the first paint: the attribute that Mantine's styles look at is set from
 * what the user chose, or else from the system, so that a dark window never flashes white.
 */
const KEY = 'mantine-color-scheme-value';

/** Sets the scheme on the page; to be called before React draws. */
export function applyColorScheme(): void {
  const chosen = window.localStorage.getItem(KEY);
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = chosen === 'light' || chosen === 'dark' ? chosen : isDark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
}
