/** The core's side of its thread: starts the application, answers the host, stops when told. */
import type { MessagePort } from 'node:worker_threads';
import { type App, startApp } from '../app.ts';
import { type BridgeAnswer, makeCoreEnd } from '../host/bridge.ts';
import type { CoreStart, ToCore, ToHost } from '../host/thread-messages.ts';
import type { Host } from '../ports/host.ts';
import { postedLog } from '../ports/posted-log.ts';
import { StartRefused } from '../ports/start.ts';
import { startScheduler } from '../scheduler/scheduler.ts';

/** Serves the port until told to stop; `jobEntry` is the file of the job thread. */
export async function serveCore(port: MessagePort, start: CoreStart, jobEntry: URL): Promise<void> {
  const post = (message: ToHost) => port.postMessage(message);
  const app = await startApp({
    start: start.options,
    log: postedLog((line) => post({ kind: 'log', line })),
    host: distantHost(start, post),
    jobEntry,
    hostDelay: start.hostDelay,
    onBusy: (isBusy) => post({ kind: 'busy', isBusy }),
  }).catch((error: unknown) => {
    if (!(error instanceof StartRefused)) throw error;
    post({ kind: 'refused', refusal: error.refusal });
    return null;
  });
  if (app === null) {
    port.close();
    return;
  }
  const bridge = makeCoreEnd(
    (answer: BridgeAnswer, transfer) => port.postMessage(answer, transfer),
    app.handle,
  );
  const scheduler = startScheduler(app.context);
  port.on('message', (message: ToCore) => {
    if (message.kind === 'stop') {
      scheduler.stop();
      void stop(app, bridge, port);
    } else if (message.kind === 'window_state') app.settings.recordWindow(message.state);
    else bridge.receive(message);
  });
  const { language } = app.settings.read();
  post({ kind: 'ready', settings: { window: app.settings.window(), language } });
}

async function stop(
  app: App,
  bridge: ReturnType<typeof makeCoreEnd>,
  port: MessagePort,
): Promise<void> {
  await bridge.drain();
  await app.close();
  port.close();
}

/** The host as the core sees it: messages to the thread above. */
function distantHost(start: CoreStart, post: (message: ToHost) => void): Host {
  return {
    kind: start.options.hostKind,
    notify: ({ title, body }) => post({ kind: 'notify', title, body }),
    openExternal: (url) => post({ kind: 'open_external', url }),
    showInFolder: (path) => post({ kind: 'show_in_folder', path }),
    restartCore: () => post({ kind: 'restart' }),
  };
}
