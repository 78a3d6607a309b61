/**
 * Light or dark before the first paint: the attribute that Mantine's styles look at is set from
 * what the user chose, or else from the system, so that a dark window never flashes white.
 */
import type { MantineColorSchemeManager } from '@mantine/core';
import type { Display } from '../../shared/contract/application.ts';
import { shownDisplay } from './display.ts';

/** Sets the scheme on the page; to be called before React draws. */
export function applyColorScheme(): void {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const { colorScheme } = shownDisplay();
  const scheme = colorScheme === 'auto' ? (isDark ? 'dark' : 'light') : colorScheme;
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
}

/** Where Mantine finds the scheme and leaves a new one, which `keep` keeps. */
export function colorSchemeOfPage(
  keep: (change: Partial<Display>) => void,
): MantineColorSchemeManager {
  const nothing = () => undefined;
  return {
    get: () => shownDisplay().colorScheme,
    set: (colorScheme) => keep({ colorScheme }),
    subscribe: nothing,
    unsubscribe: nothing,
    clear: nothing,
  };
}
