/** The statements of each bank account, with how they follow one another. */
import { followStatements } from '../../../shared/domain/statement/statement-continuity.ts';
import type { Reader } from '../../ledger/session.ts';
import { loadStatements } from '../../ledger/stores/bank-movements.ts';

/** Account by account, the last statement first. */
export function bankAccounts(reader: Reader) {
  const byAccount = Map.groupBy(loadStatements(reader), ({ bankAccountId }) => bankAccountId);
  return [...byAccount.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const placed = followStatements(rows);
    const closed = placed.findLast(({ statement }) => statement.closingCents !== null)?.statement;
    return [
      {
        bankAccountId: first.bankAccountId,
        account: first.stated,
        currency: first.currency,
        balanceCents: closed?.closingCents ?? null,
        balanceOn: closed?.to ?? null,
        statements: placed.toReversed().map(({ statement, continuity, differenceCents }) => {
          const { importId, statementNumber, fileName, from, to, ...figures } = statement;
          const { openingCents, closingCents, movementCount, creditCents, debitCents } = figures;
          const isStated = openingCents !== null && closingCents !== null;
          return {
            importId,
            statementNumber,
            fileName,
            from,
            to,
            openingCents,
            closingCents,
            movementCount,
            creditCents,
            debitCents,
            continuity,
            differenceCents,
            isBalanced: isStated ? openingCents + creditCents - debitCents === closingCents : null,
          };
        }),
      },
    ];
  });
}
