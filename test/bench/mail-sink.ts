/** A mail server in a thread of its own, which takes everything and keeps nothing. */
import { parentPort } from 'node:worker_threads';
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, callback) {
    stream.on('end', () => callback());
    stream.resume();
  },
});
const listening = server.listen(0, '127.0.0.1', () => {
  const address = listening.address();
  parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 0);
});
parentPort?.once('message', () => server.close());
