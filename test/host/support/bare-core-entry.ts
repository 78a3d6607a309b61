/** A core thread without the application: it answers, stays silent, ticks, or dies on demand. */
import { parentPort, type Transferable } from 'node:worker_threads';
import { makeCoreEnd } from '../../../src/main/host/bridge.ts';
import type { ToCore } from '../../../src/main/host/thread-messages.ts';

const port = parentPort;
if (port === null) throw new Error('To be started as a thread.');

function ticking(): ReadableStream<Uint8Array> {
  let timer: NodeJS.Timeout;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(Buffer.from('tick')), 10);
    },
    cancel: () => clearInterval(timer),
  });
}

async function handle(request: Request): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case '/silent':
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(new Error('given up')));
      });
    case '/ticking':
      return new Response(ticking());
    case '/echo':
      return new Response(request.body, {
        headers: { 'X-Said': request.headers.get('X-Said') ?? '' },
      });
    case '/empty':
      return new Response(null, { status: 204 });
    case '/broken-stream':
      return new Response(
        new ReadableStream({
          pull: (controller) => controller.error(new RangeError('broken on the way')),
        }),
      );
    case '/busy':
      port?.postMessage({ kind: 'busy', isBusy: true });
      return new Response('busy');
    case '/restart':
      port?.postMessage({ kind: 'restart' });
      return new Response('restarting');
    case '/die':
      setTimeout(() => {
        throw new Error('The core was asked to die.');
      }, 10);
      return new Response('dying');
    default:
      return new Response(String(process.uptime()));
  }
}

const bridge = makeCoreEnd(
  (answer, transfer) => port.postMessage(answer, [...transfer] as Transferable[]),
  handle,
);
port.on('message', (message: ToCore) => {
  if (message.kind === 'stop') void bridge.drain().then(() => port.close());
  else if (message.kind !== 'window_state') bridge.receive(message);
});
port.postMessage({ kind: 'ready', settings: { window: null, language: 'fr' } });
