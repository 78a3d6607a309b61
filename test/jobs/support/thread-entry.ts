/** The job thread of the tests: the real one, with their own kinds of jobs. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveJobs } from '../../../src/main/jobs/job-thread.ts';
import { kinds } from './kinds.ts';

if (parentPort !== null) serveJobs(parentPort, workerData, kinds);
