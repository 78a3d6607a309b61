/** The number by which a crash is found again in the log: on screen, and with the stack. */
import { randomBytes } from 'node:crypto';

/** A new incident number, such as `3F9A-17C2`. */
export function newIncident(): string {
  const digits = randomBytes(4).toString('hex').toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
