/**
 * How the window looks: kept by the application, whatever the port it is served on, and carried by
 * each page as two `<meta>`, so that the first paint has it. What is chosen while the page lives is
 * written there too: a part drawn later finds it where it would have been at the start.
 */
import type { Display } from '../../shared/contract/application.ts';

const SCHEMES: Readonly<Record<string, Display['colorScheme']>> = { light: 'light', dark: 'dark' };
const CANVAS = { auto: 'light dark', light: 'light', dark: 'dark' } as const;

/** As the page says; what it does not say is the default. */
export function shownDisplay(): Display {
  return {
    colorScheme: SCHEMES[metaOf('color-scheme')?.content ?? ''] ?? 'auto',
    isSideBarNarrow: metaOf('side-bar')?.content === 'narrow',
  };
}

/** Writes it on the page; the next page has it only if the application was told. */
export function showDisplay({ colorScheme, isSideBarNarrow }: Display): void {
  metaOf('color-scheme')?.setAttribute('content', CANVAS[colorScheme]);
  metaOf('side-bar')?.setAttribute('content', isSideBarNarrow ? 'narrow' : 'wide');
}

function metaOf(name: string): HTMLMetaElement | null {
  return document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
}
