/**
 * Late-payment charges (K1): what is asked for and why, invoice by invoice and period by period;
 * then the sheet of it, and what a person decides.
 */
import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Charges } from '../../../shared/contract/charges.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { chargesText } from '../../../shared/text/screens/charges.ts';
import { useApi } from '../../api/connection.tsx';
import { useFileJob } from '../../commands/use-workbook.ts';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './charges-dialog.module.css';
import { ChargesForm } from './charges-form.tsx';
import { ChargesTable } from './charges-table.tsx';

interface ChargesDialogProps {
  readonly customerId: number;
  readonly name: string;
  /** Of any account of the payer; none for all that is overdue. */
  readonly receivableIds: readonly number[];
  readonly onClose: () => void;
}

export function ChargesDialog({ customerId, name, receivableIds, onClose }: ChargesDialogProps) {
  const api = useApi();
  const words = useText(chargesText);
  const which = { customerId, receivableIds: [...receivableIds] };
  const charges = useQuery(api.query.reports.showCharges.queryOptions({ input: which }));
  return (
    <Dialog isOpen title={words.title(name)} size={980} onClose={onClose}>
      {charges.data !== undefined ? (
        <ChargesBody which={which} charges={charges.data} />
      ) : charges.isError ? (
        <ErrorState failure={failureOf(charges.error)} onRetry={() => void charges.refetch()} />
      ) : (
        <Skeleton lines={8} height={18} />
      )}
    </Dialog>
  );
}

interface Which {
  readonly customerId: number;
  readonly receivableIds: number[];
}

function ChargesBody({ which, charges }: { readonly which: Which; readonly charges: Charges }) {
  const words = useText(chargesText);
  const ids = charges.items.flatMap(({ receivableId }) => receivableId ?? []);
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const ticked = chosen ?? new Set(ids);
  if (charges.items.length === 0) return <p className={styles.quiet}>{words.none}</p>;
  return (
    <div className={styles.charges}>
      <Summary charges={charges} />
      {charges.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {charges.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <ChargesTable charges={charges} ticked={ticked} onTick={setChosen} />
      <SheetButtons which={which} />
      <ChargesForm
        customerId={which.customerId}
        receivableIds={ids.filter((receivableId) => ticked.has(receivableId))}
      />
    </div>
  );
}

function Summary({ charges }: { readonly charges: Charges }) {
  const words = useText(chargesText);
  const language = useLanguage();
  const { interestCents, feeCents, feeCount, rateLabel, currency, computedTo } = charges;
  const figures = [
    [words.interest, interestCents],
    [words.fees(formatCount(feeCount, { language })), feeCents],
    [words.total, interestCents + feeCents],
  ] as const;
  const notes = [
    words.computedTo(formatDate(computedTo)),
    ...(rateLabel === '' ? [] : [words.rate(rateLabel)]),
  ].join(' ');
  const { waivedInterestCents, otherCurrencies } = charges;
  return (
    <div>
      <dl className={styles.figures}>
        {figures.map(([label, cents]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Amount cents={cents} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>
        {`${notes}.`}
        {waivedInterestCents > 0 &&
          ` ${words.waived(formatCents(waivedInterestCents, { language, currency }))}`}
        {otherCurrencies.length > 0 && ` ${words.otherCurrencies(otherCurrencies.join(', '))}`}
      </p>
    </div>
  );
}

function SheetButtons({ which }: { readonly which: Which }) {
  const { call } = useApi();
  const words = useText(chargesText);
  const language = useLanguage();
  const sheet = useFileJob<Parameters<typeof call.reports.makeInterestSheet>[0]>(
    (input) => call.reports.makeInterestSheet(input),
    ({ format }) => (format === 'pdf' ? 'open' : 'save'),
  );
  return (
    <div className={styles.bar}>
      <Button
        loading={sheet.isRunning}
        leftSection={<IconFileText size={15} stroke={1.6} />}
        onClick={() => void sheet.make({ ...which, format: 'pdf', language })}
      >
        {words.pdf}
      </Button>
      <Button
        loading={sheet.isRunning}
        leftSection={<IconFileSpreadsheet size={15} stroke={1.6} />}
        onClick={() => void sheet.make({ ...which, format: 'xlsx', language })}
      >
        {words.xlsx}
      </Button>
    </div>
  );
}
