/**
 * Which movements of a file are already known: the same movement may stand in two overlapping
 * files, in the same file taken twice, or in two formats of one bank.
 *
 * Within one format a bank writes a movement the same way every time: what it says decides, and
 * two movements that say the same on one day are told apart by their rank. Another format says it
 * otherwise: then the account, the day, the amount and the rank decide.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { BankFormat, BankMovement } from './bank-statement.ts';

export interface KnownMovement {
  readonly movementId: number;
  readonly format: BankFormat;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
  /** As `contentOf` gives it. */
  readonly content: string;
}

type Content = Pick<
  BankMovement,
  'code' | 'text' | 'counterpartyName' | 'counterpartyIban' | 'endToEndId' | 'references'
>;

/** What a movement says, in one text; blanks and capitals say nothing. */
export function contentOf(movement: Content): string {
  const { code, text, counterpartyName, counterpartyIban, endToEndId, references } = movement;
  return [code, text, counterpartyName, counterpartyIban, endToEndId, ...references]
    .map((part) => (part ?? '').replace(/\s+/g, ' ').trim().toUpperCase())
    .join('|');
}

/**
 * The id of each movement of one account in a file, null for a new one. `known` holds every
 * movement of the account on the days of the file, in the order in which they became known.
 */
export function identifyMovements(
  movements: readonly BankMovement[],
  format: BankFormat,
  known: readonly KnownMovement[],
): (number | null)[] {
  const found: (number | null)[] = movements.map(() => null);
  const free = new Map<string, KnownMovement[]>();
  for (const one of known) addTo(free, `${placeOf(one)}|${one.content}`, one);
  const taken = new Set<number>();
  const take = (at: number, queue: KnownMovement[] | undefined) => {
    const first = queue?.find(({ movementId }) => !taken.has(movementId));
    if (first === undefined) return;
    taken.add(first.movementId);
    found[at] = first.movementId;
  };
  for (const [at, movement] of movements.entries()) {
    take(at, free.get(`${placeOf(movement)}|${contentOf(movement)}`));
  }
  const others = new Map<string, KnownMovement[]>();
  for (const one of known) if (one.format !== format) addTo(others, placeOf(one), one);
  for (const [at, movement] of movements.entries()) {
    if (found[at] === null) take(at, others.get(placeOf(movement)));
  }
  return found;
}

function placeOf({ bookedOn, amountCents }: Pick<BankMovement, 'bookedOn' | 'amountCents'>) {
  return `${bookedOn}|${amountCents}`;
}

function addTo(map: Map<string, KnownMovement[]>, key: string, one: KnownMovement): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [one]);
  else known.push(one);
}
