/** The implementer of the contract, and the one way a command is recorded. */
import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import { answerOf, appendEntry, recordAnswer } from '../ledger/journal.ts';
import type { Writer } from '../ledger/session.ts';
import type { OpenCompany } from './companies/open-company.ts';
import type { CallContext } from './context.ts';

/** Every procedure of the contract, to be given its handler. */
export const api = implement(contract).$context<CallContext>();

/** A command that says no inside its transaction: nothing of it is written. */
export class CommandRefused extends Error {
  readonly code: string;
  readonly detail: string | null;

  constructor(code: string, detail: string | null = null) {
    super(code);
    this.name = 'CommandRefused';
    this.code = code;
    this.detail = detail;
  }
}

export interface CommandEntry {
  readonly commandId: string;
  readonly kind: string;
  readonly customerId: number | null;
  readonly payload: unknown;
}

/** The typed errors a procedure was given by its contract. */
type Errors = Readonly<Record<string, (given: { data: { detail: string | null } }) => Error>>;

/**
 * Records a command: its entry in the journal and what `work` appends, in one transaction. A
 * command sent again gets the answer of the first time. A refusal becomes the contract's error.
 */
export async function recordCommand<Answer extends object>(
  company: OpenCompany,
  entry: CommandEntry,
  errors: object,
  work: (writer: Writer, entryId: number) => Answer,
): Promise<Answer & { version: number }> {
  try {
    return (await company.ledger.write((writer) => {
      const known = answerOf(writer, entry.commandId);
      if (known !== null) return known.answer as Answer & { version: number };
      const entryId = appendEntry(writer, entry);
      const answer = { ...work(writer, entryId), version: entryId };
      recordAnswer(writer, entryId, answer);
      return answer;
    })) as Answer & { version: number };
  } catch (error) {
    throw asContractError(error, errors as Errors);
  }
}

/** The contract's own error for a refusal; anything else stays what it is. */
export function asContractError(error: unknown, errors: Errors): unknown {
  if (!(error instanceof CommandRefused)) return error;
  const make = errors[error.code];
  if (make === undefined) throw new Error(`A refusal that the contract lacks: ${error.code}`);
  return make({ data: { detail: error.detail } });
}

/** The answer, or the contract's own error for a refusal. */
export async function orRefused<Answer>(work: Promise<Answer>, errors: object): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    throw asContractError(error, errors as Errors);
  }
}
