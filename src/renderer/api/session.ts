/**
 * The right of this window to call the application.
 *
 * In Electron the window is the application's own (`app://encours`) and needs none. In a browser
 * the first page carries a launch code in its fragment; it is exchanged once for a token, which
 * stays in this tab's sessionStorage. A tab opened from another asks it for the token; alone, it
 * says how to open a window.
 */
const TOKEN_KEY = 'encours.token';
const CHANNEL = 'encours';
const HAND_OVER_MS = 600;

export type SessionRefusal = 'no_session' | 'launch_code_refused' | 'unreachable';
export type Session =
  | { readonly kind: 'own' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'refused'; readonly code: SessionRefusal };

/** Opens the session of this window; also takes the launch code out of the address. */
export async function openSession(): Promise<Session> {
  if (window.location.protocol === 'app:') return { kind: 'own' };
  const code = takeLaunchCode();
  if (code !== null) {
    const session = await exchange(code);
    if (session.kind === 'token') return keep(session);
    if (window.sessionStorage.getItem(TOKEN_KEY) === null) return session;
  }
  const kept = window.sessionStorage.getItem(TOKEN_KEY);
  if (kept !== null) return keep({ kind: 'token', token: kept });
  const handed = await askOtherTabs();
  if (handed !== null) return keep({ kind: 'token', token: handed });
  return { kind: 'refused', code: 'no_session' };
}

/** Forgets a token that the application no longer accepts. */
export function dropSession(): void {
  window.sessionStorage.removeItem(TOKEN_KEY);
}

/** The headers that carry the right. */
export function authorizationOf(session: Session): Record<string, string> {
  return session.kind === 'token' ? { Authorization: `Bearer ${session.token}` } : {};
}

function takeLaunchCode(): string | null {
  const match = /^#launch=([\w-]+)$/.exec(window.location.hash);
  if (match === null) return null;
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', pathname + search);
  return match[1] ?? null;
}

async function exchange(code: string): Promise<Session> {
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (!answer.ok) return { kind: 'refused', code: 'launch_code_refused' };
    const { token } = (await answer.json()) as { token: string };
    return { kind: 'token', token };
  } catch {
    return { kind: 'refused', code: 'unreachable' };
  }
}

type Message = { readonly kind: 'ask' } | { readonly kind: 'token'; readonly token: string };

function keep(session: { kind: 'token'; token: string }): Session {
  window.sessionStorage.setItem(TOKEN_KEY, session.token);
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const token = window.sessionStorage.getItem(TOKEN_KEY);
    if (data.kind === 'ask' && token !== null) channel.postMessage({ kind: 'token', token });
  });
  return session;
}

function askOtherTabs(): Promise<string | null> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((resolve) => {
    const end = (token: string | null) => {
      window.clearTimeout(timer);
      channel.close();
      resolve(token);
    };
    const timer = window.setTimeout(() => end(null), HAND_OVER_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'token') end(data.token);
    });
    channel.postMessage({ kind: 'ask' } satisfies Message);
  });
}
