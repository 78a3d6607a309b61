/** What a plain Node process can ask of the desktop: each system has a command for it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Host } from '../../ports/host.ts';
import { externalLink } from '../external-link.ts';

type Command = readonly [program: string, ...args: string[]];

/** The port under plain Node: no notifications; links and folders where the desktop can. */
export function desktopHost(platform: NodeJS.Platform): Omit<Host, 'restartCore'> {
  return {
    kind: 'loopback',
    // The window is a web page: it shows its own notices, from the event stream.
    notify: () => undefined,
    openExternal(url) {
      const link = externalLink(url);
      if (link !== null) launch(openCommand(platform, link));
    },
    showInFolder: (file) => launch(folderCommand(platform, file)),
  };
}

export function openCommand(platform: NodeJS.Platform, link: string): Command {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', link];
  return platform === 'darwin' ? ['open', link] : ['xdg-open', link];
}

export function folderCommand(platform: NodeJS.Platform, file: string): Command {
  if (platform === 'win32') return ['explorer', `/select,${file}`];
  return platform === 'darwin' ? ['open', '-R', file] : ['xdg-open', path.posix.dirname(file)];
}

/** Starts a program and forgets it; one that is not there is no error. */
function launch([program, ...args]: Command): void {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
