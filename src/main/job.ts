/** Entry of the job thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveJobs } from './jobs/job-thread.ts';
import { jobRegistry } from './jobs/registry.ts';

if (parentPort !== null) serveJobs(parentPort, workerData, jobRegistry);
