/** Debit balances, credit balances and net; and the ledger's own total, equal or not. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { formatCents } from '../../../shared/format/amount.ts';
import { agedBalanceText } from '../../../shared/text/screens/aged-balance.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { AgedAnswer } from './aged-question.ts';

export function ControlLine(props: { readonly answer: AgedAnswer; readonly isNarrowed: boolean }) {
  const { answer, isNarrowed } = props;
  const words = useText(agedBalanceText);
  return (
    <FigureLine>
      <Figure label={words.debitBalances} value={<Amount cents={answer.debitBalancesCents} />} />
      <Figure label={words.creditBalances} value={<Amount cents={answer.creditBalancesCents} />} />
      <Figure label={words.net} value={<Amount cents={answer.balanceCents} />} />
      <Figure
        label={words.ledger}
        value={<Amount cents={answer.ledgerCents} />}
        tone={answer.isEqual ? 'green' : 'danger'}
        note={<Verdict answer={answer} isNarrowed={isNarrowed} />}
      />
    </FigureLine>
  );
}

function Verdict({ answer, isNarrowed }: { answer: AgedAnswer; isNarrowed: boolean }) {
  const words = useText(agedBalanceText);
  const language = useLanguage();
  if (answer.isEqual) {
    return (
      <Badge tone="green" icon={<IconCheck stroke={2.4} />}>
        {words.isEqual}
      </Badge>
    );
  }
  const difference = formatCents(answer.ledgerCents - answer.balanceCents, { language });
  return (
    <Badge tone="danger" icon={<IconAlertTriangle stroke={2} />}>
      {isNarrowed ? words.differsSomewhere : words.differs(difference)}
    </Badge>
  );
}
