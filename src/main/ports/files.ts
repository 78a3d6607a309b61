/**
 * Files on their way in (uploads) and out (generated files, fetched once by a ticket).
 *
 * Neither is a fact: both lie in the data folder's `tmp` and are gone at the next start. What must
 * stay is copied beside the ledger by whoever decides so.
 */
import type { Result } from '../../shared/kernel/result.ts';

/** A file wholly received. */
export interface UploadedFile {
  readonly uploadId: string;
  readonly path: string;
  /** The name it had on the user's computer, without folder. */
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface Uploads {
  /** Makes room for a file; its slices then come to `POST /upload/<uploadId>?at=<offset>`. */
  begin(file: {
    readonly name: string;
    readonly sizeBytes: number;
  }): Promise<Result<{ readonly uploadId: string }, 'file_too_large' | 'disk_full'>>;
  /** Declares the file complete. Asking twice gives the same answer. */
  finish(uploadId: string): Promise<Result<UploadedFile, 'upload_unknown' | 'upload_incomplete'>>;
  /** Takes a copy of a file of this computer, as if it had been sent; the file itself stays. */
  adopt(file: {
    readonly path: string;
    readonly fileName: string;
  }): Promise<Result<UploadedFile, 'file_missing' | 'file_too_large' | 'disk_full'>>;
  /** A finished upload, for the jobs that read it. */
  find(uploadId: string): UploadedFile | null;
  /** Deletes an upload that nobody needs any more. */
  release(uploadId: string): Promise<void>;
}

/** `save`: the browser's download. `open`: a new tab, or the desktop's program for this kind. */
export type TicketUse = 'save' | 'open';

export interface FilesOut {
  /** A path in `tmp/out` to write a new file to; `extension` without its dot. */
  newPath(extension: string): string;
  /** Names a file for the window; `fileName` is what the user will see. */
  offer(file: { readonly path: string; readonly fileName: string }): { readonly fileId: string };
  /** A right to fetch an offered file once, to begin within a minute. */
  makeTicket(
    fileId: string,
    use: TicketUse,
  ): Promise<Result<{ readonly url: string; readonly fileName: string }, 'file_unknown'>>;
}
