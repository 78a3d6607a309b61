/** Where identifiers made by the machine come from (command ids of jobs, tickets). */
export interface Ids {
  /** A new UUID. */
  next(): string;
}
