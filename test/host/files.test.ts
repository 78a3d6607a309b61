/** Files in by slices, files out by tickets. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFilesOut } from '../../src/main/files/files-out.ts';
import { makeUploads, UPLOAD_BYTES_MAX, UPLOADS_MAX } from '../../src/main/files/uploads.ts';
import { newFolder } from '../contract/support/renderer.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder('files');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function countedIds() {
  let count = 0;
  const next = () => {
    count += 1;
    return `id-${count}`;
  };
  return { next };
}

async function begin(uploads: ReturnType<typeof makeUploads>, name: string, sizeBytes: number) {
  const begun = await uploads.begin({ name, sizeBytes });
  if (!begun.isDone) throw new Error(begun.refusal);
  return begun.value.uploadId;
}

describe('an upload', () => {
  test('cut and repeated in any way is the file that was sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }),
        async (bytes, sizes, strays) => {
          const uploads = makeUploads(newFolder('upload'), countedIds());
          const uploadId = await begin(uploads, 'a.txt', bytes.length);
          let at = 0;
          for (let turn = 0; at < bytes.length; turn += 1) {
            const stray = strays[turn];
            if (stray !== undefined && stray !== at) {
              const answer = await uploads.receive(uploadId, stray, bytes.subarray(0, 5));
              expect(answer).toEqual({ status: 409, at });
            }
            const size = sizes[turn % sizes.length] ?? 1;
            const answer = await uploads.receive(uploadId, at, bytes.subarray(at, at + size));
            at = Math.min(at + size, bytes.length);
            expect(answer).toEqual({ status: 200, received: at });
          }
          const finished = await uploads.finish(uploadId);
          if (!finished.isDone) throw new Error(finished.refusal);
          expect(readFileSync(finished.value.path)).toEqual(Buffer.from(bytes));
          expect(finished.value.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
          await uploads.close();
          rmSync(path.dirname(finished.value.path), { recursive: true });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('takes one slice at a time', async () => {
    const uploads = makeUploads(folder, countedIds());
    const uploadId = await begin(uploads, 'a', 6);
    const both = await Promise.all([
      uploads.receive(uploadId, 0, Buffer.from('abc')),
      uploads.receive(uploadId, 0, Buffer.from('xyz')),
    ]);
    expect(both).toEqual([
      { status: 200, received: 3 },
      { status: 409, at: 0 },
    ]);
    await uploads.close();
  });

  test('is refused beyond 2 GiB, or where the disk has no room for it', async () => {
    const uploads = makeUploads(folder, countedIds());
    expect(await uploads.begin({ name: 'a', sizeBytes: UPLOAD_BYTES_MAX + 1 })).toEqual({
      isDone: false,
      refusal: 'file_too_large',
    });
    const spare = 256 * 1024 * 1024;
    const tight = makeUploads(folder, countedIds(), async () => spare + 9);
    const full = { isDone: false, refusal: 'disk_full' };
    expect(await tight.begin({ name: 'a', sizeBytes: 10 })).toEqual(full);
    expect((await tight.begin({ name: 'a', sizeBytes: 9 })).isDone).toBe(true);
    await tight.close();
  });

  test('is not longer than announced, nor finished before', async () => {
    const uploads = makeUploads(folder, countedIds());
    const uploadId = await begin(uploads, 'a', 3);
    expect(await uploads.receive(uploadId, 0, Buffer.from('abcd'))).toEqual({ status: 413 });
    expect(await uploads.finish(uploadId)).toEqual({
      isDone: false,
      refusal: 'upload_incomplete',
    });
    expect(await uploads.finish('none')).toEqual({ isDone: false, refusal: 'upload_unknown' });
    expect(await uploads.receive('none', 0, Buffer.from('a'))).toEqual({ status: 404 });
    await uploads.close();
  });

  test('that is finished stays so, is found, and goes when released', async () => {
    const uploads = makeUploads(folder, countedIds());
    const uploadId = await begin(uploads, 'C:\\dossier\\FEC 2026.txt', 0);
    expect(uploads.find(uploadId)).toBeNull();
    const finished = await uploads.finish(uploadId);
    expect(finished).toMatchObject({ value: { fileName: 'FEC 2026.txt', sizeBytes: 0 } });
    expect(await uploads.finish(uploadId)).toEqual(finished);
    expect(await uploads.receive(uploadId, 0, Buffer.from('a'))).toEqual({ status: 404 });
    const file = uploads.find(uploadId)?.path ?? '';
    expect(existsSync(file)).toBe(true);
    await uploads.release(uploadId);
    expect(existsSync(file)).toBe(false);
    expect(uploads.find(uploadId)).toBeNull();
  });

  test('leaves room for others: the oldest gives way', async () => {
    const uploads = makeUploads(folder, countedIds());
    const first = await begin(uploads, 'a', 1);
    for (let count = 0; count < UPLOADS_MAX; count += 1) await begin(uploads, 'b', 1);
    expect(await uploads.receive(first, 0, Buffer.from('a'))).toEqual({ status: 404 });
    await uploads.close();
  });
});

describe('a ticket', () => {
  const content = 'x'.repeat(1_000_000);
  let nowMs = 0;

  function offered(fileName = 'a.xlsx') {
    const filesOut = makeFilesOut(folder, countedIds(), () => nowMs);
    const file = filesOut.newPath('xlsx');
    writeFileSync(file, content);
    return { filesOut, file, ...filesOut.offer({ path: file, fileName }) };
  }
  async function ticketOf(
    { filesOut, fileId }: ReturnType<typeof offered>,
    use: 'save' | 'open' = 'save',
  ) {
    const made = await filesOut.makeTicket(fileId, use);
    if (!made.isDone) throw new Error(made.refusal);
    return made.value.url.replace('/files/', '');
  }

  test('is for one fetch, whole', async () => {
    const out = offered();
    const ticket = await ticketOf(out);
    const answer = await out.filesOut.fetchTicket(ticket, null);
    expect(await answer?.text()).toBe(content);
    expect(await out.filesOut.fetchTicket(ticket, null)).toBeNull();
    expect(await out.filesOut.fetchTicket(ticket, 'bytes=5-')).toBeNull();
  });

  test('is begun within a minute or never', async () => {
    const out = offered();
    const inTime = await ticketOf(out);
    const late = await ticketOf(out);
    nowMs += 60_000;
    expect((await out.filesOut.fetchTicket(inTime, null))?.status).toBe(200);
    nowMs += 1;
    expect(await out.filesOut.fetchTicket(late, null)).toBeNull();
  });

  test('is not for two fetches at once', async () => {
    const out = offered();
    const ticket = await ticketOf(out);
    const first = await out.filesOut.fetchTicket(ticket, null);
    expect(await out.filesOut.fetchTicket(ticket, null)).toBeNull();
    await first?.body?.cancel();
  });

  test('that broke off is resumed where it stopped, for ten minutes', async () => {
    const out = offered();
    const ticket = await ticketOf(out);
    const first = await out.filesOut.fetchTicket(ticket, null);
    expect(first?.headers.get('Accept-Ranges')).toBe('bytes');
    expect(first?.headers.get('ETag')).toMatch(/^".+"$/);
    const reader = first?.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(await out.filesOut.fetchTicket(ticket, null)).toBeNull();
    expect(await out.filesOut.fetchTicket(ticket, 'bytes=999999-')).toBeNull();
    expect(await out.filesOut.fetchTicket(ticket, 'bytes=0-5')).toBeNull();
    nowMs += 600_000;
    const rest = await out.filesOut.fetchTicket(ticket, 'bytes=1000-');
    expect(rest?.status).toBe(206);
    expect(rest?.headers.get('Content-Range')).toBe('bytes 1000-999999/1000000');
    expect(rest?.headers.get('Content-Length')).toBe('999000');
    await rest?.body?.cancel();
    nowMs += 1;
    expect(await out.filesOut.fetchTicket(ticket, 'bytes=1000-')).toBeNull();
  });

  test('to open shows the file in its place, and cannot be resumed', async () => {
    const out = offered('état.pdf');
    const answer = await out.filesOut.fetchTicket(await ticketOf(out, 'open'), null);
    expect(answer?.headers.get('Content-Disposition')).toMatch(/^inline; /);
    expect(answer?.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer?.headers.get('Accept-Ranges')).toBeNull();
    await answer?.body?.cancel();
  });

  test('is refused for a file that is not offered, or is gone', async () => {
    const out = offered();
    const unknown = { isDone: false, refusal: 'file_unknown' };
    expect(await out.filesOut.makeTicket('none', 'save')).toEqual(unknown);
    rmSync(out.file);
    expect(await out.filesOut.makeTicket(out.fileId, 'save')).toEqual(unknown);
  });

  test('of an empty file gives nothing, once', async () => {
    const out = offered();
    writeFileSync(out.file, '');
    const ticket = await ticketOf(out);
    const answer = await out.filesOut.fetchTicket(ticket, null);
    expect(answer?.headers.get('Content-Length')).toBe('0');
    expect(await answer?.text()).toBe('');
    expect(await out.filesOut.fetchTicket(ticket, null)).toBeNull();
  });

  test('is never guessed: 24 random bytes each', async () => {
    const out = offered();
    const tickets = new Set(await Promise.all(Array.from({ length: 50 }, () => ticketOf(out))));
    expect(tickets.size).toBe(50);
    for (const ticket of tickets) expect(Buffer.from(ticket, 'base64url')).toHaveLength(24);
    expect(await out.filesOut.fetchTicket('', null)).toBeNull();
  });
});
