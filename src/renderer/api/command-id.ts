/** The id of a command: a repeated one is recognised, so a double click does no harm. */
export function newCommandId(): string {
  return crypto.randomUUID();
}
