/**
 * What a request must be before anything looks at it, in this order.
 *
 * `Host` stops a site whose name was made to point at this computer, `Origin` and `Sec-Fetch-Site`
 * stop a page of another site. One navigation comes from elsewhere by right: the launch page is a
 * file, so the browser says `cross-site` of the step that leads from it to the application; it is
 * let in to `/` only, and only while a launch code waits for its use.
 */
import type { IncomingHttpHeaders } from 'node:http';

export interface Guarded {
  readonly method: string;
  readonly pathname: string;
  readonly headers: IncomingHttpHeaders;
}

export interface GuardSurroundings {
  readonly origin: string;
  /** True while a launch code waits. */
  readonly isLaunchExpected: boolean;
}

export interface GuardRefusal {
  readonly status: 403 | 405 | 413 | 421;
  readonly code: string;
}

const CALL_BYTES_MAX = 1024 * 1024;
const SLICE_BYTES_MAX = 4 * 1024 * 1024;

/** Null when the request may go on. */
export function guardRefusal(
  request: Guarded,
  { origin, isLaunchExpected }: GuardSurroundings,
): GuardRefusal | null {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'POST') return { status: 405, code: 'method_not_allowed' };
  if (headers.host !== new URL(origin).host) return { status: 421, code: 'host_unknown' };
  if (headers.origin !== undefined && headers.origin !== origin) {
    return { status: 403, code: 'origin_refused' };
  }
  if (!isSiteAllowed(request, isLaunchExpected)) return { status: 403, code: 'site_refused' };
  const declared = Number.parseInt(headers['content-length'] ?? '0', 10);
  if (declared > bodyBytesMax(request.pathname)) return { status: 413, code: 'body_too_large' };
  return null;
}

/** The largest body of a path. */
export function bodyBytesMax(pathname: string): number {
  return pathname.startsWith('/upload/') ? SLICE_BYTES_MAX : CALL_BYTES_MAX;
}

function isSiteAllowed(request: Guarded, isLaunchExpected: boolean): boolean {
  const { method, pathname, headers } = request;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') return true;
  const isPage = method === 'GET' && !/^\/(?:rpc|upload|session|knock)(?:\/|$)/.test(pathname);
  if (!isPage) return false;
  if (site === 'none') return true;
  const isNavigation =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return pathname === '/' && isNavigation && isLaunchExpected;
}
