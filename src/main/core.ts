/** Entry of the core thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveCore } from './core/core-thread.ts';
import { siblingEntry } from './host/sibling-entry.ts';

if (parentPort !== null) await serveCore(parentPort, workerData, siblingEntry('job', import.meta));
