/**
 * What a mail and a letter say of assigned items: only a payment made to the factor discharges them
 * (C. civ., art. 1346-5: the subrogation holds against the debtor from the day he is told of it).
 */
import { formatIban } from '../domain/bank-account/iban.ts';
import type { MessageFacts } from '../domain/message/message.ts';
import { formatCents } from '../format/amount.ts';
import { oneLine } from '../format/one-line.ts';
import { type Cents, sumCents } from '../kernel/cents.ts';
import { MESSAGE_WORDS } from './message.ts';

/** One sentence for a message of assigned items only, one a factor for a mixed one; else none. */
export function factorNotes(
  facts: Pick<MessageFacts, 'factor' | 'factorParts' | 'language' | 'currency'>,
): readonly string[] {
  const { factor, factorParts = [], language, currency } = facts;
  const words = MESSAGE_WORDS[language].bank;
  if (factor !== null) return [words.factor(oneLine(factor.name), oneLine(factor.contractNumber))];
  return factorParts.map(({ name, iban, documentNumbers, amountCents }) =>
    words.factorPart({
      name: oneLine(name),
      iban: formatIban(iban),
      numbers: documentNumbers.map((number) => oneLine(number)).join(', '),
      amount: formatCents(amountCents, { currency, language, style: 'document' }),
    }),
  );
}

/** What of a mixed message is to be paid to factors. */
export function toFactorsCents({ factorParts = [] }: Pick<MessageFacts, 'factorParts'>): Cents {
  return sumCents(factorParts.map(({ amountCents }) => amountCents));
}
