/**
 * Headers of every answer of both hosts.
 *
 * Nothing may be kept, sniffed, framed or opened by another page, and a page runs only what came
 * with it. The one inline style allowed is the one that carries the answer's own nonce: the
 * components' library writes its variables in a `<style>`.
 */

/** What a page may be allowed beyond the rule, while developing. */
export interface PolicyExtras {
  readonly scriptHashes?: readonly string[];
  readonly connect?: readonly string[];
}

/** The content security policy; `nonce` for pages, null for anything else. */
export function contentSecurityPolicy(nonce: string | null, extras: PolicyExtras = {}): string {
  const scripts = (extras.scriptHashes ?? []).map((hash) => ` '${hash}'`).join('');
  const sockets = (extras.connect ?? []).map((origin) => ` ${origin}`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const COMMON = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Adds to an answer the headers it does not set itself. */
export function withCommonHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(COMMON)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', contentSecurityPolicy(null));
  }
  return new Response(response.body, { status: response.status, headers });
}

/** A refusal of the host or the core, as the window reads it: a code, never a stack. */
export function refusalResponse(
  status: number,
  code: string,
  fields: Readonly<Record<string, string | number>> = {},
): Response {
  return withCommonHeaders(Response.json({ code, ...fields }, { status }));
}

/** A failure of a call, in the form oRPC's client reads: what it shows is the incident number. */
export function callFailure(
  status: number,
  code: string,
  data: Readonly<Record<string, string | null>>,
): Response {
  const error = { defined: false, code, status, message: code, data };
  return withCommonHeaders(Response.json({ json: error, meta: [] }, { status }));
}

/** A refusal of a call before its procedure is reached, in the form oRPC's client reads. */
export function callRefusal(status: number, code: string): Response {
  const error = { defined: true, code, status, message: code, data: { detail: null } };
  return withCommonHeaders(Response.json({ json: error, meta: [] }, { status }));
}
