/**
 * The core thread of the contract suite: the real application, with a few paths beside it that do
 * what no screen does on purpose (stay silent, stream for ever, die).
 */
import { writeFileSync } from 'node:fs';
import { parentPort, type Transferable, workerData } from 'node:worker_threads';
import { startApp } from '../../../src/main/app.ts';
import { makeCoreEnd } from '../../../src/main/host/bridge.ts';
import type { CoreStart, ToCore } from '../../../src/main/host/thread-messages.ts';
import { postedLog } from '../../../src/main/ports/posted-log.ts';

const port = parentPort;
if (port === null) throw new Error('To be started as a thread.');
const start = workerData as CoreStart;
const app = await startApp({
  start: start.options,
  hostDelay: start.hostDelay,
  log: postedLog((line) => port.postMessage({ kind: 'log', line })),
});
const waiting: string[] = [];
const aborted: string[] = [];

/** A stream that says something now and again, until nobody listens. */
function ticking(name: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  let timer: NodeJS.Timeout;
  signal.addEventListener('abort', () => aborted.push(name));
  return new ReadableStream({
    start(controller) {
      let count = 0;
      timer = setInterval(() => {
        count += 1;
        controller.enqueue(Buffer.from(`data: ${count}\n\n`));
      }, 20);
    },
    cancel: () => clearInterval(timer),
  });
}

function silent(name: string, signal: AbortSignal): Promise<Response> {
  waiting.push(name);
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      aborted.push(name);
      reject(new Error('given up'));
    });
  });
}

/** As many bytes as asked, in chunks, each telling its place. */
function large(bytes: number): Response {
  const chunk = 64 * 1024;
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= bytes) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(chunk, bytes - sent)).fill((sent / chunk) % 251));
      sent += chunk;
    },
  });
  return new Response(body, { headers: { 'Content-Length': String(bytes) } });
}

async function offer(request: Request): Promise<Response> {
  const { fileName, content, use } = (await request.json()) as {
    fileName: string;
    content: string;
    use: 'save' | 'open';
  };
  const file = app.context.filesOut.newPath('bin');
  writeFileSync(file, content);
  const { fileId } = app.context.filesOut.offer({ path: file, fileName });
  const made = await app.context.filesOut.makeTicket(fileId, use);
  return Response.json(made.isDone ? made.value : {});
}

async function handle(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const name = searchParams.get('name') ?? '';
  switch (pathname) {
    case '/rpc/test/ticking':
      return new Response(ticking(name, request.signal), {
        headers: { 'Content-Type': 'text/event-stream' },
      });
    case '/rpc/test/silent':
      return silent(name, request.signal);
    case '/rpc/test/aborted':
      return Response.json({ waiting, aborted });
    case '/rpc/test/large':
      return large(Number.parseInt(searchParams.get('bytes') ?? '0', 10));
    case '/rpc/test/offer':
      return offer(request);
    case '/rpc/test/notice':
      app.context.events.publish({ kind: 'companies_changed' });
      return Response.json({});
    case '/rpc/test/die':
      setTimeout(() => {
        throw new Error('The core was asked to die.');
      }, 10);
      return Response.json({});
    default:
      return app.handle(request);
  }
}

const bridge = makeCoreEnd(
  (answer, transfer) => port.postMessage(answer, [...transfer] as Transferable[]),
  handle,
);
port.on('message', (message: ToCore) => {
  if (message.kind === 'stop') {
    void bridge
      .drain()
      .then(() => app.close())
      .then(() => port.close());
  } else if (message.kind !== 'window_state') bridge.receive(message);
});
port.postMessage({ kind: 'ready', settings: { window: null, language: 'fr' } });
