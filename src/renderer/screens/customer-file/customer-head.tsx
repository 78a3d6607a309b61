/** Who it is, and where his account stands: six figures on one line. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { formatCount } from '../../../shared/format/number.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import type { CustomerFileProps } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { OtherTotals, othersOf } from '../../parts/other-totals.tsx';
import { Score, SegmentBadge } from '../../parts/payer-signs.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { AlertBadges } from './alert-badges.tsx';
import styles from './customer-file.module.css';
import type { CustomerFileData } from './use-customer.ts';

export function CustomerHead(props: CustomerFileProps & { readonly file: CustomerFileData }) {
  const { file, isPanel, onNext, onPrevious } = props;
  const words = useText(customerFileText);
  const flags = useText(customersText).flag;
  const language = useLanguage();
  const about = [
    file.code,
    file.profile === null ? '' : profileName(file.profile, language),
    file.repCode ?? '',
    file.city ?? '',
    file.payer === null ? '' : words.ofPayer(file.payer.name),
  ].filter((part) => part !== '');
  return (
    <header className={styles.head}>
      <div className={styles.names} data-panel={isPanel || undefined}>
        <h2>{file.name}</h2>
        <span className={styles.quiet}>{about.join(' · ')}</span>
        <SegmentBadge segment={file.behaviour.segment} />
        <Score {...file.behaviour} />
        {file.flags.map((flag) => (
          <Badge key={flag} tone={flag === 'limit_exceeded' ? 'danger' : 'neutral'}>
            {flags[flag]}
          </Badge>
        ))}
        <AlertBadges customerId={file.customerId} />
        <Neighbour label={words.previous} run={onPrevious} icon={<IconChevronLeft size={16} />} />
        <Neighbour label={words.next} run={onNext} icon={<IconChevronRight size={16} />} />
      </div>
      {file.accountsOfPayer.length > 0 && (
        <span className={styles.quiet}>
          {words.accounts(file.accountsOfPayer.map(({ name }) => name).join(', '))}
        </span>
      )}
      <Figures file={file} />
    </header>
  );
}

function Figures({ file }: { readonly file: CustomerFileData }) {
  const words = useText(customerFileText);
  const language = useLanguage();
  const days = (count: number) => words.days(formatCount(count, { language }));
  const held = [
    file.promisedCents === 0 ? null : { word: words.promised, cents: file.promisedCents },
    file.disputedCents === 0 ? null : { word: words.disputed, cents: file.disputedCents },
  ].flatMap((one) => one ?? []);
  return (
    <>
      <FigureLine>
        <Figure
          label={words.figures.outstanding}
          value={<Amount cents={file.outstandingCents} />}
        />
        <Figure
          label={words.figures.overdue}
          tone={file.overdueCents > 0 ? 'danger' : undefined}
          value={<Amount cents={file.overdueCents} />}
          note={file.oldestDaysPastDue === null ? undefined : days(file.oldestDaysPastDue)}
        />
        <Figure label={words.figures.credits} value={<Amount cents={file.creditsCents} />} />
        <Figure
          label={words.figures.net}
          value={<Amount cents={file.netDueCents} />}
          note={
            held.length === 0
              ? undefined
              : held.map(({ word, cents }) => (
                  <span key={word}>
                    <Amount cents={cents} /> {word}{' '}
                  </span>
                ))
          }
        />
        {file.creditLimitCents !== null && (
          <Figure label={words.figures.limit} value={<Amount cents={file.creditLimitCents} />} />
        )}
      </FigureLine>
      <OtherTotals totals={othersOf(file.otherCurrencies, 'outstandingCents')} />
    </>
  );
}

function Neighbour(props: {
  readonly label: string;
  readonly run: (() => void) | null;
  readonly icon: React.ReactNode;
}) {
  const { label, run, icon } = props;
  if (run === null) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
