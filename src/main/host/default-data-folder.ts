/** The data folder of this user on this machine, when `--data-dir` names none. */
import path from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Windows `%LOCALAPPDATA%\Encours` (the roaming profile would be copied over the network), macOS
 * `~/Library/Application Support/Encours`, elsewhere `$XDG_DATA_HOME/encours`.
 */
export function defaultDataFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA ?? path.win32.join(home, 'AppData', 'Local');
    return path.win32.join(local, 'Encours');
  }
  if (platform === 'darwin') {
    return path.posix.join(home, 'Library', 'Application Support', 'Encours');
  }
  const shared = env.XDG_DATA_HOME;
  const isUsable = shared !== undefined && path.posix.isAbsolute(shared);
  return path.posix.join(isUsable ? shared : path.posix.join(home, '.local', 'share'), 'encours');
}
