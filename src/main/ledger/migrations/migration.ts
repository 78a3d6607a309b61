/** One step of the ledger's shape. Numbered from 1 without a gap; never edited once released. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
