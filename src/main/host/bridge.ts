/**
 * Carries `handle(Request): Promise<Response>` between the host thread and the core thread.
 *
 * Bodies are streams whose ends are transferred: nothing is held whole in between, and whoever
 * reads sets the pace. A short body of a known length goes whole instead, in the one message: most
 * calls are such, and are carried faster.
 *
 * Two ways lead to the request's `signal` in the core, because Electron gives its requests none:
 * the host's own signal, and the cancel of the response's body.
 *
 * A transferred stream whose other thread dies never ends by itself, so the host's side keeps its
 * streams at hand and breaks them when told (`breakAll`).
 */
type Bytes = ReadableStream<Uint8Array>;
type Body = Bytes | ArrayBuffer | null;

/** Up to this length a body goes whole. */
const WHOLE_BYTES_MAX = 64 * 1024;

type HeaderList = [name: string, value: string][];

/** Host → core. */
export type BridgeCall =
  | {
      readonly kind: 'request';
      readonly id: number;
      readonly url: string;
      readonly method: string;
      readonly headers: HeaderList;
      readonly body: Body;
    }
  | { readonly kind: 'abort'; readonly id: number };

/** Core → host. */
export type BridgeAnswer =
  | {
      readonly kind: 'response';
      readonly id: number;
      readonly status: number;
      readonly headers: HeaderList;
      readonly body: Body;
    }
  | { readonly kind: 'failed'; readonly id: number };

type Transfer = readonly (Bytes | ArrayBuffer)[];

/** What every call in flight gets when the core is gone. */
export class CoreStopped extends Error {
  constructor() {
    super('The core thread has stopped.');
    this.name = 'CoreStopped';
  }
}

export interface HostEnd {
  handle(request: Request): Promise<Response>;
  receive(answer: BridgeAnswer): void;
  /** Rejects the calls in flight and breaks the streams being read. */
  breakAll(): void;
}

/** The host's end; `post` sends to the core. */
export function makeHostEnd(post: (call: BridgeCall, transfer: Transfer) => void): HostEnd {
  const waiting = new Map<number, (answer: BridgeAnswer | null) => void>();
  const streams = new Set<(error: Error) => void>();
  let lastId = 0;

  async function handle(request: Request): Promise<Response> {
    const id = ++lastId;
    const body = isShort(request) ? await request.arrayBuffer() : (request.body as Bytes | null);
    const answered = new Promise<BridgeAnswer | null>((resolve) => waiting.set(id, resolve));
    const { url, method } = request;
    const headers: HeaderList = [...request.headers];
    post({ kind: 'request', id, url, method, headers, body }, body === null ? [] : [body]);
    const abort = () => post({ kind: 'abort', id }, []);
    request.signal?.addEventListener('abort', abort, { once: true });
    if (request.signal?.aborted) abort();
    const release = () => request.signal?.removeEventListener('abort', abort);

    const answer = await answered;
    waiting.delete(id);
    if (answer === null) throw new CoreStopped();
    if (answer.kind === 'failed') {
      release();
      return new Response(null, { status: 500 });
    }
    const { status, headers: answerHeaders } = answer;
    if (answer.body instanceof ReadableStream) {
      const relay = relayed(answer.body, streams, release);
      return new Response(relay, { status, headers: answerHeaders });
    }
    release();
    return new Response(answer.body, { status, headers: answerHeaders });
  }

  return {
    handle,
    receive: (answer) => waiting.get(answer.id)?.(answer),
    breakAll() {
      for (const resolve of waiting.values()) resolve(null);
      for (const breakStream of streams) breakStream(new CoreStopped());
      waiting.clear();
      streams.clear();
    },
  };
}

/** A body as it came, which can also be broken from outside. */
function relayed(source: Bytes, streams: Set<(error: Error) => void>, release: () => void): Bytes {
  const reader = source.getReader();
  let breakStream: (error: Error) => void = () => undefined;
  const end = () => {
    streams.delete(breakStream);
    release();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        breakStream = (error) => {
          controller.error(error);
          release();
        };
        streams.add(breakStream);
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!streams.has(breakStream)) return;
          if (value !== undefined) controller.enqueue(value);
          if (!done) return;
          end();
          controller.close();
        } catch (error) {
          if (!streams.has(breakStream)) return;
          end();
          controller.error(error);
        }
      },
      async cancel(reason) {
        end();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

export interface CoreEnd {
  receive(call: BridgeCall): void;
  /** Aborts what is in flight and resolves when every call has been answered. */
  drain(): Promise<void>;
}

/** The core's end; `handle` must not throw (an exception answers a bare 500). */
export function makeCoreEnd(
  post: (answer: BridgeAnswer, transfer: Transfer) => void,
  handle: (request: Request) => Promise<Response>,
): CoreEnd {
  const live = new Map<number, AbortController>();
  const answering = new Set<Promise<void>>();

  async function answer(call: BridgeCall & { kind: 'request' }): Promise<void> {
    const aborter = new AbortController();
    live.set(call.id, aborter);
    try {
      const response = await handle(requestOf(call, aborter.signal));
      const given = isShort(response)
        ? await response.arrayBuffer()
        : (response.body as Bytes | null);
      const body = given instanceof ReadableStream ? watched(given, call.id) : given;
      const { status } = response;
      const headers: HeaderList = [...response.headers];
      post({ kind: 'response', id: call.id, status, headers, body }, body === null ? [] : [body]);
      if (body === given) live.delete(call.id);
    } catch {
      live.delete(call.id);
      post({ kind: 'failed', id: call.id }, []);
    }
  }

  /** The cancel of this body aborts its request. */
  function watched(source: Bytes, id: number): Bytes {
    const reader = source.getReader();
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const { done, value } = await reader.read();
            if (value !== undefined) controller.enqueue(value);
            if (!done) return;
            live.delete(id);
            controller.close();
          } catch (error) {
            live.delete(id);
            controller.error(error);
          }
        },
        async cancel(reason) {
          live.get(id)?.abort();
          live.delete(id);
          await reader.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    );
  }

  return {
    receive(call) {
      if (call.kind === 'abort') {
        live.get(call.id)?.abort();
        return;
      }
      const task = answer(call).finally(() => answering.delete(task));
      answering.add(task);
    },
    async drain() {
      for (const aborter of live.values()) aborter.abort();
      await Promise.allSettled(answering);
    },
  };
}

function requestOf(call: BridgeCall & { kind: 'request' }, signal: AbortSignal): Request {
  const init: RequestInit = { method: call.method, headers: call.headers, signal };
  if (call.body !== null) Object.assign(init, { body: call.body, duplex: 'half' });
  return new Request(call.url, init);
}

function isShort({ body, headers }: Request | Response): boolean {
  const length = Number.parseInt(headers.get('Content-Length') ?? '', 10);
  return body !== null && length <= WHOLE_BYTES_MAX;
}
