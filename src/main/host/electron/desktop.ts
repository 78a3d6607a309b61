/** Tray, menu and notifications of the desktop. */
import path from 'node:path';
import { app, Menu, Notification, nativeImage, shell, Tray } from 'electron';
import type { Language } from '../../../shared/format/language.ts';
import { hostText } from '../../../shared/text/host.ts';
import type { Host } from '../../ports/host.ts';
import { externalLink } from '../external-link.ts';

/** What the core may ask of the desktop. */
export const electronDesktop: Omit<Host, 'restartCore'> = {
  kind: 'electron',
  notify(notice) {
    if (Notification.isSupported()) new Notification(notice).show();
  },
  openExternal(url) {
    const link = externalLink(url);
    if (link !== null) void shell.openExternal(link);
  },
  showInFolder: (file) => shell.showItemInFolder(file),
};

/** The icon near the clock; kept for as long as what comes back is. */
export function makeTray(language: Language, onOpen: () => void): Tray {
  const words = hostText[language];
  const iconPath = path.join(app.getAppPath(), 'resources', 'icons', 'tray.png');
  const tray = new Tray(nativeImage.createFromPath(iconPath));
  tray.setToolTip(words.trayTip);
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: words.trayOpen, click: onOpen },
      { type: 'separator' },
      { label: words.quit, click: () => app.quit() },
    ]),
  );
  tray.on('click', onOpen);
  return tray;
}

/** macOS needs its menus for copy and paste; elsewhere the window has its own commands. */
export function setMenu(isDevelopment: boolean): void {
  if (isDevelopment) return;
  const menu = Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]);
  Menu.setApplicationMenu(process.platform === 'darwin' ? menu : null);
}
