/**
 * The browser that shows the window: an installed Chromium, Chrome or Edge.
 *
 * It gets a profile of its own. With the user's, his open browser would take the window over and
 * the process started here would end at once; so its end is the end of the window.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export interface BrowserMachine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (file: string) => boolean;
}

/** This machine as it is. */
export function thisMachine(): BrowserMachine {
  return {
    platform: process.platform,
    env: process.env,
    isExecutable(file) {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser to use, or null: none installed, or no display. `ENCOURS_BROWSER` names another. */
export function findBrowser(machine: BrowserMachine): string | null {
  const { platform, env, isExecutable } = machine;
  const isScreenless = platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
  if (isScreenless) return null;
  const named = env.ENCOURS_BROWSER;
  if (named) return isExecutable(named) ? named : null;
  return candidates(machine).find(isExecutable) ?? null;
}

function candidates({ platform, env }: BrowserMachine): string[] {
  if (platform === 'win32') {
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_PATHS.map((file) => path.win32.join(root, file)));
  }
  if (platform === 'darwin') {
    return ['/Applications', path.posix.join(env.HOME ?? '/', 'Applications')].flatMap((root) =>
      MAC_NAMES.map((name) => path.posix.join(root, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => path.posix.isAbsolute(folder));
  return LINUX_NAMES.flatMap((name) =>
    [...folders, '/snap/bin'].map((folder) => path.posix.join(folder, name)),
  );
}

/** Opens a window on a page of the disk; the code in it never stands in a command line. */
export function openWindow(browser: string, pageUrl: URL, profileFolder: string): ChildProcess {
  const args = [
    `--app=${pageUrl.href}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return spawn(browser, args, { stdio: 'ignore' });
}
