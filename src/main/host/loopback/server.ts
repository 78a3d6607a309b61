/**
 * The loopback server: `handle` over HTTP on 127.0.0.1, for this user's browser only.
 *
 * It protects from web pages (calls across sites, DNS rebinding) and from the machine's other
 * users; not from programs of the same user. Pages and assets hold no data and need no token.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../../ports/log.ts';
import { callFailure, refusalResponse, withCommonHeaders } from '../headers.ts';
import type { Handle } from '../host-handle.ts';
import { guardRefusal } from './guards.ts';
import { isSameSecret, makeSessions, type Sessions } from './sessions.ts';

const OWN_BODY_BYTES_MAX = 4096;

export interface ServerOptions {
  readonly handle: Handle;
  readonly log: Log;
  /** A second start knocked; answers with the address when no window could be opened. */
  readonly onKnock: (wantsAddress: boolean) => string | null;
  /** A code was exchanged: a page is there. */
  readonly onSession: () => void;
  /** A code came back after its use; every session is closed. */
  readonly onReplay: () => void;
  /** The number of event streams (one per window) changed. */
  readonly onStreams: (count: number) => void;
  readonly elapsedMs?: () => number;
}

export interface LoopbackServer {
  readonly origin: string;
  readonly knock: string;
  /** An address good for one window within `lifeMs`. */
  newAddress(lifeMs: number): string;
  close(): Promise<void>;
}

type Env = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse };

/** Listens on a free port of 127.0.0.1. */
export async function startServer(options: ServerOptions): Promise<LoopbackServer> {
  const gate = new Gatekeeper(options);
  const listener = getRequestListener((request, env) => gate.answer(request, env as Env), {
    overrideGlobalObjects: false,
    errorHandler(error) {
      options.log.error('request_crashed', error);
      return refusalResponse(400, 'request_invalid');
    },
  });
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    // A connection closed while the browser takes it up again would lose a call.
    keepAliveTimeout: 120_000,
    connectionsCheckingInterval: 2000,
  });
  server.maxConnections = 64;
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  const origin = await listen(server);
  gate.open(server, origin);
  return {
    origin,
    knock: gate.knock,
    newAddress: (lifeMs) => `${origin}/#launch=${gate.sessions.newCode(lifeMs)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Decides of each request, answers what is the host's own, and hands on the rest. */
class Gatekeeper {
  readonly knock = randomBytes(32).toString('base64url');
  readonly sessions: Sessions;
  readonly #options: ServerOptions;
  #server: Server | null = null;
  #origin = '';
  #streams = 0;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.sessions = makeSessions(options.onReplay, options.elapsedMs ?? (() => performance.now()));
  }

  open(server: Server, origin: string): void {
    this.#server = server;
    this.#origin = origin;
  }

  async answer(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    const { method } = request;
    const refusal = guardRefusal(
      { method, pathname, headers: env.incoming.headers },
      { origin: this.#origin, isLaunchExpected: this.sessions.isExpected() },
    );
    if (refusal !== null) {
      this.#options.log.warn('request_refused', { code: refusal.code, status: refusal.status });
      return refusalResponse(refusal.status, refusal.code);
    }
    if (pathname === '/session') return this.#openSession(request, env);
    if (pathname === '/knock') return this.#answerKnock(request);
    if (isPrivate(pathname, method)) {
      if (method !== 'POST') return refusalResponse(405, 'method_not_allowed');
      const token = /^Bearer ([\w-]+)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
      if (token === undefined || !this.sessions.isOpen(token)) {
        return callFailure(401, 'UNAUTHORIZED', {});
      }
    }
    return this.#followed(await this.#options.handle(request), env.outgoing);
  }

  async #openSession(request: Request, { outgoing }: Env): Promise<Response> {
    const { code } = await ownBody(request);
    if (typeof code !== 'string') return refusalResponse(400, 'input_invalid');
    const session = this.sessions.exchange(code);
    if (session.isDone) {
      this.#options.onSession();
      return withCommonHeaders(Response.json(session.value));
    }
    if (session.refusal === 'code_replayed') {
      this.#options.log.warn('launch_code_replayed');
      outgoing.once('finish', () => this.#server?.closeAllConnections());
    }
    return refusalResponse(401, session.refusal);
  }

  async #answerKnock(request: Request): Promise<Response> {
    const body = await ownBody(request);
    if (typeof body.knock !== 'string' || !isSameSecret(body.knock, this.knock)) {
      return refusalResponse(401, 'knock_unknown');
    }
    const address = this.#options.onKnock(body.wantsAddress === true);
    return withCommonHeaders(Response.json({ address }));
  }

  /** Counts event streams, and cuts the connection of a body that breaks instead of ending it. */
  #followed(response: Response, outgoing: ServerResponse): Response {
    const { body, status, headers } = response;
    if (body === null) return response;
    if (headers.get('Content-Type')?.startsWith('text/event-stream')) {
      this.#countStreams(1);
      outgoing.once('close', () => this.#countStreams(-1));
    }
    return new Response(cutWhenBroken(body, outgoing), { status, headers });
  }

  #countStreams(change: 1 | -1): void {
    this.#streams += change;
    this.#options.onStreams(this.#streams);
  }
}

/** What only a session may do. The relaunch page's link is a plain GET and holds no data. */
function isPrivate(pathname: string, method: string): boolean {
  if (/^\/(?:rpc|upload)(?:\/|$)/.test(pathname)) return true;
  return method === 'POST';
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

/** The small JSON bodies of the host's own paths; an empty object for anything else. */
async function ownBody(request: Request): Promise<Record<string, unknown>> {
  const declared = Number.parseInt(request.headers.get('Content-Length') ?? '', 10);
  if (request.method !== 'POST' || !(declared <= OWN_BODY_BYTES_MAX)) return {};
  try {
    const value: unknown = JSON.parse(await request.text());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function cutWhenBroken(
  body: ReadableStream<Uint8Array>,
  outgoing: ServerResponse,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch {
          outgoing.destroy();
          controller.close();
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
