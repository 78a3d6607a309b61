/** Sizes of files as people read them: `34 ko`, `1,2 Mo`; in English `34 KB`, `1.2 MB`. */
import { formatCount, formatDecimal, type NumberForm } from './number.ts';
import { NO_BREAK_SPACE } from './spaces.ts';

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;

/** Writes a size; what holds anything at all is one kilobyte at least. */
export function formatSize(bytes: number, form: NumberForm = {}): string {
  const isFrench = form.language !== 'en';
  if (bytes >= MEBIBYTE) {
    const megabytes = formatDecimal(bytes / MEBIBYTE, form);
    return `${megabytes}${NO_BREAK_SPACE}${isFrench ? 'Mo' : 'MB'}`;
  }
  const kilobytes = formatCount(Math.ceil(bytes / KIBIBYTE), form);
  return `${kilobytes}${NO_BREAK_SPACE}${isFrench ? 'ko' : 'KB'}`;
}
