import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileLog } from '../../src/main/host/file-log.ts';
import { type PostedLine, postedLog, replayLine } from '../../src/main/ports/posted-log.ts';
import { newFolder } from '../contract/support/renderer.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder('logs');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (name = 'encours.log') =>
  readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the log', () => {
  test('has one JSON line an event, with its moment, its fields and the stack of an error', () => {
    const log = openFileLog(folder);
    log.info('started', { version: '1.0' });
    log.error('core_died', new Error('boom', { cause: new RangeError('below') }), {
      incident: '3F9A-17C2',
    });
    const [first, second] = lines();
    expect(first).toMatchObject({ msg: 'started', version: '1.0', level: 30 });
    expect(first.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(second).toMatchObject({ msg: 'core_died', incident: '3F9A-17C2', level: 50 });
    expect(second.error.stack).toContain('log.test.ts');
    expect(second.error.stack).toContain('caused by RangeError: below');
  });

  test('goes on in a new file when one is full, and keeps five', () => {
    const log = openFileLog(folder, 2000);
    for (let count = 0; count < 200; count += 1) log.info('event', { count });
    expect(readdirSync(folder).sort()).toEqual([
      'encours.1.log',
      'encours.2.log',
      'encours.3.log',
      'encours.4.log',
      'encours.log',
    ]);
    expect(lines().at(-1)).toMatchObject({ count: 199 });
    const newest = lines('encours.1.log').at(-1).count;
    expect(lines()[0].count).toBe(newest + 1);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(path.join(folder, name)).byteLength).toBeLessThanOrEqual(2000);
    }
  });

  test('goes on after a restart where it was', () => {
    openFileLog(folder).info('one');
    openFileLog(folder).info('two');
    expect(lines().map(({ msg }) => msg)).toEqual(['one', 'two']);
  });

  test('of another thread is the same line', () => {
    const posted: PostedLine[] = [];
    const distant = postedLog((line) => posted.push(structuredClone(line)));
    distant.warn('slow', { ms: 41 });
    distant.error('broken', new TypeError('boom'));
    distant.error('thrown', 'a text');
    const log = openFileLog(folder);
    for (const line of posted) replayLine(line, log);
    const [slow, broken, thrown] = lines();
    expect(slow).toMatchObject({ msg: 'slow', ms: 41, level: 40 });
    expect(broken.error).toMatchObject({ name: 'TypeError', message: 'boom' });
    expect(broken.error.stack).toContain('log.test.ts');
    expect(thrown.error).toEqual({ name: 'thrown', message: 'a text', stack: '' });
  });
});
