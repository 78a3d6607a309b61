/**
 * Where a page may lead: nowhere, but for a reload, our files, and links that leave for the
 * desktop's browser, mail or telephone after a click.
 */
import { shell, type WebContents } from 'electron';
import { externalLink } from '../external-link.ts';
import { RELAUNCH_PATH } from '../host-handle.ts';
import { isFilePath } from './files-out.ts';
import { ORIGIN, ownPathOf } from './scheme.ts';

/** A key or a click this long ago explains a new window. */
const CLICK_MS = 3000;
const INPUTS = new Set(['mouseDown', 'mouseUp', 'keyDown', 'rawKeyDown', 'gestureTap']);

export interface NavigationActions {
  /** Shows one of our files in the desktop's program. */
  openFile(address: string): void;
  /** Starts the core again from the page that says it is down. */
  relaunch(): Promise<boolean>;
}

/** Guards every frame of these contents. */
export function guardNavigation(contents: WebContents, actions: NavigationActions): void {
  let inputAtMs = Number.NEGATIVE_INFINITY;
  contents.on('input-event', (_event, input) => {
    if (INPUTS.has(input.type)) inputAtMs = performance.now();
  });

  contents.on('will-navigate', (details) => {
    if (isReload(contents, details.url)) return;
    details.preventDefault();
    const pathname = ownPathOf(details.url);
    if (isFilePath(pathname)) contents.downloadURL(details.url);
    else if (pathname === RELAUNCH_PATH) {
      void actions.relaunch().then(() => contents.loadURL(`${ORIGIN}/`));
    }
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame && !isOwnFrame(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());

  contents.setWindowOpenHandler(({ url }) => {
    const isClicked = performance.now() - inputAtMs < CLICK_MS;
    const link = externalLink(url);
    if (isFilePath(ownPathOf(url))) actions.openFile(url);
    else if (link !== null && isClicked) void shell.openExternal(link);
    return { action: 'deny' };
  });
}

/** `location.reload()` also announces itself as a navigation. */
function isReload(contents: WebContents, address: string): boolean {
  const pathname = ownPathOf(address);
  return pathname !== null && !isFilePath(pathname) && address === contents.getURL();
}

/** Frames show previews: texts of ours (`srcdoc`) and pictures (`blob:`). */
function isOwnFrame(address: string): boolean {
  return address === 'about:srcdoc' || address === 'about:blank' || address.startsWith('blob:');
}
