/**
 * The window's own scheme: only our pages may ask, and of the browser's permissions they have one.
 *
 * Its privileges must be told once, before Electron is ready: that happens when this is read.
 */
import { protocol, session } from 'electron';
import { refusalResponse } from '../headers.ts';
import type { Handle } from '../host-handle.ts';

const SCHEME = 'app';
const HOST = 'encours';
export const ORIGIN = `${SCHEME}://${HOST}`;

const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { ...privileges, codeCache: true } },
]);

/** The path of an address of ours, or null for anything else. */
export function ownPathOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === `${SCHEME}:` && url.host === HOST ? url.pathname : null;
}

/** Hands every request of the scheme to the host's handle. */
export function serveWindow(handle: Handle): void {
  const own = session.defaultSession;
  own.protocol.handle(SCHEME, async (request: Request & { initiatorOrigin?: string }) => {
    if (ownPathOf(request.url) === null) return refusalResponse(421, 'host_unknown');
    // Absent when the browser itself asks; `null` for a frame without origin (a preview).
    const { initiatorOrigin = ORIGIN } = request;
    if (initiatorOrigin !== ORIGIN) return refusalResponse(403, 'origin_refused');
    return handle(request);
  });
  // Copying a text is the one permission the window needs.
  const isAllowed = (permission: string, address: string) =>
    permission === 'clipboard-sanitized-write' && ownPathOf(address) !== null;
  own.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  own.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isAllowed(permission, details.requestingUrl)),
  );
  own.setDevicePermissionHandler(() => false);
}
