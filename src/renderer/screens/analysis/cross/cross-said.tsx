/** What the measure is, in one sentence, and the whole it is part of, held against the books. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { isFlow } from '../../../../shared/domain/analysis/measure.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { crossText } from '../../../../shared/text/screens/cross.ts';
import { Amount } from '../../../parts/amount.tsx';
import { Badge } from '../../../parts/badge.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import styles from './cross.module.css';
import type { CrossAnswer, CrossSearch } from './cross-search.ts';

export function CrossSaid(props: {
  readonly search: CrossSearch;
  readonly answer: CrossAnswer | null;
}) {
  const { search, answer } = props;
  const words = useText(crossText);
  const from = answer?.fromDay ?? null;
  return (
    <p className={styles.said}>
      <span>{words.formulas[search.measure]}</span>
      {answer !== null && from !== null && (
        <span>{words.between(formatDate(from), formatDate(answer.asOf))}</span>
      )}
      {answer !== null && answer.control !== null && (
        <Control control={answer.control} isOfPeriod={isFlow(search.measure)} />
      )}
    </p>
  );
}

function Control(props: {
  readonly control: NonNullable<CrossAnswer['control']>;
  readonly isOfPeriod: boolean;
}) {
  const { control, isOfPeriod } = props;
  const words = useText(crossText);
  const language = useLanguage();
  const difference = control.ledgerCents - control.wholeCents;
  return (
    <span className={styles.control}>
      {isOfPeriod ? words.wholeReceived : words.wholeOpen} <Amount cents={control.wholeCents} />
      {' · '}
      {isOfPeriod ? words.ledgerReceived : words.ledger} <Amount cents={control.ledgerCents} />
      {control.isEqual ? (
        <Badge tone="green" icon={<IconCheck stroke={2.4} />}>
          {words.isEqual}
        </Badge>
      ) : (
        <Badge tone="danger" icon={<IconAlertTriangle stroke={2} />}>
          {words.differs(formatCents(difference, { language }))}
        </Badge>
      )}
    </span>
  );
}
