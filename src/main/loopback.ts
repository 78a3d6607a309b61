/** Entry of the loopback host (mode navigateur), under plain Node. */
import { nodeRefusal } from './host/node-version.ts';
import { pageSourceOf, siblingEntry } from './host/sibling-entry.ts';

const refusal = nodeRefusal(process.versions.node);
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}

const { startLoopback } = await import('./host/loopback/start.ts');
await startLoopback({
  argv: process.argv.slice(2),
  coreEntry: siblingEntry('core', import.meta),
  pages: pageSourceOf(import.meta, process.env),
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  exit: (code) => process.exit(code),
});
