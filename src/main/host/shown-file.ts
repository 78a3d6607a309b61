/** Which files the desktop's program may be asked to show; any other kind is saved instead. */
import path from 'node:path';

const SHOWN = new Set(['.pdf', '.xlsx', '.csv', '.txt', '.png', '.jpg', '.jpeg', '.eml', '.docx']);

/** False for a program, a script, a link: opening one would run it. */
export function mayBeShown(fileName: string): boolean {
  return SHOWN.has(path.extname(fileName).toLowerCase());
}

/** The name in a `Content-Disposition` of ours, written in full (RFC 8187) and already safe. */
export function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return path.basename(encoded === undefined ? 'document' : decodeURIComponent(encoded));
}
