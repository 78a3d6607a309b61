/**
 * The ledgers of all companies, open for as long as the core runs.
 *
 * Each has its write gate, which the commands of the core and the commits of jobs wait for alike.
 * A ledger that can't be opened leaves its company closed, with the reason; the others work.
 */
import type { AppEvent } from '../../shared/contract/application.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { LedgerFromNewerBuild, NotALedger } from '../ledger/migrations/run-migrations.ts';
import { sweepStagings } from '../ledger/staging/staging-files.ts';
import { type HoldGate, makeWriteGate } from '../ledger/write-gate.ts';
import type { Clock } from '../ports/clock.ts';
import type { Companies, CompanyFolder } from '../ports/companies.ts';
import type { Log } from '../ports/log.ts';
import type { WriteGates } from '../ports/write-gate.ts';
import type { Ledgers, LedgerTrouble } from '../use-cases/context.ts';

export interface LedgerShelf extends Ledgers, WriteGates {
  closeAll(): void;
}

interface Surroundings {
  readonly companies: Companies;
  readonly clock: Clock;
  readonly log: Log;
  readonly publish: (event: AppEvent) => void;
}

/** Opens every company's ledger, and throws away what an import that was cut off left beside it. */
export function openLedgers(surroundings: Surroundings): LedgerShelf {
  const shelf = new Shelf(surroundings);
  for (const company of surroundings.companies.list()) {
    sweepStagings(company.path);
    shelf.tryOpen(company);
  }
  return shelf;
}

class Shelf implements LedgerShelf {
  readonly #in: Surroundings;
  readonly #open = new Map<string, Ledger>();
  readonly #troubles = new Map<string, LedgerTrouble>();
  readonly #gates = new Map<string, HoldGate>();

  constructor(surroundings: Surroundings) {
    this.#in = surroundings;
  }

  tryOpen(company: CompanyFolder): void {
    try {
      this.open(company);
    } catch (error) {
      const trouble = troubleOf(error);
      this.#troubles.set(company.key, trouble);
      this.#in.log.error('ledger_not_opened', error, { company: company.key, trouble });
    }
  }

  open(company: CompanyFolder): Ledger {
    const { clock, log, publish } = this.#in;
    const known = this.#open.get(company.key);
    if (known !== undefined) return known;
    const holdGate = this.#gateOf(company.key);
    const { ledgerPath: file, backupsPath } = company;
    const ledger = openLedger({ file, clock, log, holdGate, backupsPath });
    ledger.onChange(({ version, topics }) => {
      const { key: companyKey } = company;
      const { entryId } = version;
      publish({ kind: 'ledger_changed', companyKey, version: entryId, topics: [...topics] });
    });
    this.#open.set(company.key, ledger);
    this.#troubles.delete(company.key);
    return ledger;
  }

  find(companyKey: string): Ledger | null {
    return this.#open.get(companyKey) ?? null;
  }

  troubleOf(companyKey: string): LedgerTrouble | null {
    return this.#troubles.get(companyKey) ?? null;
  }

  close(companyKey: string): void {
    this.#open.get(companyKey)?.close();
    this.#open.delete(companyKey);
  }

  async hold(companyKey: string, work: () => Promise<void>): Promise<void> {
    await this.#gateOf(companyKey)(work);
  }

  closeAll(): void {
    for (const key of [...this.#open.keys()]) this.close(key);
  }

  /** The gate outlives its ledger: a ledger closed and opened again still has one writer. */
  #gateOf(companyKey: string): HoldGate {
    const gate = this.#gates.get(companyKey) ?? makeWriteGate();
    this.#gates.set(companyKey, gate);
    return gate;
  }
}

function troubleOf(error: unknown): LedgerTrouble {
  if (error instanceof LedgerFromNewerBuild) return 'ledger_newer';
  return error instanceof NotALedger ? 'not_a_ledger' : 'ledger_damaged';
}
