/**
 * What a host offers the core: the few things that need a window, a desktop or a browser.
 *
 * Both hosts answer every call. One that can't (no desktop, no notification service) does nothing
 * rather than fail: none of these calls carries a fact.
 */

/** Which program shows the window. */
export type HostKind = 'electron' | 'loopback';

export interface Host {
  readonly kind: HostKind;
  /** Shows a notification of the desktop, or nothing where there is none. */
  notify(notice: { readonly title: string; readonly body: string }): void;
  /** Opens an address with the program the desktop has for it: https, mailto or tel only. */
  openExternal(url: string): void;
  /** Shows a file or a folder of this computer in its file browser. */
  showInFolder(path: string): void;
  /** Closes the core and starts it again: a staged restore takes place between the two. */
  restartCore(): void;
}
