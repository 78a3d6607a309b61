/** The one window, where it stood last time. */
import { app, BrowserWindow, screen } from 'electron';
import { newIncident } from '../../ports/incident.ts';
import type { Log } from '../../ports/log.ts';
import type { WindowState } from '../../ports/window-state.ts';
import { FAILED_PATH } from '../host-handle.ts';
import { windowPlace } from '../window-place.ts';
import { ORIGIN } from './scheme.ts';

/** A page that dies again so soon after its reload would die for ever. */
const RELOAD_AGAIN_MS = 60_000;

/** Opens the window on the application's page. */
export function openMainWindow(state: WindowState | null, log: Log): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...windowPlace(state, workAreas),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Encours',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would come from a server.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  reviveOnce(window, log);
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** A process that ends is started again once; then the page says so, with the incident. */
function reviveOnce(window: BrowserWindow, log: Log): void {
  let revivedAtMs = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const incident = newIncident();
    log.error('window_process_gone', new Error(reason), { incident, exitCode });
    const isAgain = performance.now() - revivedAtMs < RELOAD_AGAIN_MS;
    revivedAtMs = performance.now();
    if (isAgain) void window.loadURL(`${ORIGIN}${FAILED_PATH}?incident=${incident}`);
    else window.webContents.reload();
  });
}
