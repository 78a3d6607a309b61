/**
 * The one page after a first import: what the ledger is like, and what to settle before chasing.
 */
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatPercent } from '../../../shared/format/number.ts';
import { importsText } from '../../../shared/text/screens/imports.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { type Fact, FactList } from '../../parts/fact-list.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './imports.module.css';
import { useImportsSearch } from './imports-search.ts';
import { useCount } from './use-count.ts';

type Diagnosis = Awaited<ReturnType<ApiClient['imports']['diagnosis']>>;

export function DiagnosisTab() {
  const api = useApi();
  const words = useText(importsText);
  const diagnosis = useQuery(api.query.imports.diagnosis.queryOptions());
  const { data } = diagnosis;
  if (diagnosis.isError) {
    return (
      <ErrorState failure={failureOf(diagnosis.error)} onRetry={() => void diagnosis.refetch()} />
    );
  }
  if (data === undefined) return <Skeleton lines={8} height={16} />;
  if (data.customerCount === 0) return <EmptyState sentence={words.diagnosisEmpty} />;
  return (
    <div className={styles.scroll} data-print="scroll">
      <div className={styles.bar} data-print="never">
        <span className={styles.space} />
        <Button leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {data.isDunningRefused && (
        <Alert color="danger" icon={<IconAlertTriangle size={18} stroke={1.6} />}>
          {words.diagnosisRefused}
        </Alert>
      )}
      <Head diagnosis={data} />
      <div className={styles.halves}>
        <Trust diagnosis={data} />
        <BeforeChasing diagnosis={data} />
      </div>
    </div>
  );
}

function Head({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const names = useText(importsText).diagnosis;
  const count = useCount();
  const go = useGo();
  return (
    <FigureLine>
      <Figure
        label={names.customers ?? ''}
        value={count(diagnosis.customerCount)}
        onOpen={() => go('/customers')}
      />
      <Figure
        label={names.openItems ?? ''}
        value={count(diagnosis.openItemCount)}
        onOpen={() => go('/aged-balance')}
      />
      <Figure
        label={names.outstanding ?? ''}
        value={<Amount cents={diagnosis.outstandingCents} />}
        onOpen={() => go('/aged-balance')}
      />
      <Figure
        label={names.overdue ?? ''}
        tone="danger"
        value={<Amount cents={diagnosis.overdueCents} />}
        onOpen={() => go('/customers', { only: ['overdue'] })}
      />
      <Figure
        label={names.over90 ?? ''}
        tone="danger"
        value={<Amount cents={diagnosis.lateOver90Cents} />}
        onOpen={() => go('/aged-balance', { bucket: 'late_over_90' })}
      />
    </FigureLine>
  );
}

/** Amber where something waits, without a tone where nothing does. */
const waits = (count: number) => (count > 0 ? { tone: 'amber' as const } : {});

function Trust({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const words = useText(importsText);
  const names = words.diagnosis;
  const language = useLanguage();
  const count = useCount();
  const go = useGo();
  const [, setSearch] = useImportsSearch();
  const { toMatchFirst, creditsToAllocate, openingsWithoutInvoice, sharedAccounts } = diagnosis;
  const share = diagnosis.letteredShare;
  const facts: readonly Fact[] = [
    {
      label: names.lettered ?? '',
      value: share === null ? '–' : formatPercent(share, { language, decimals: 0 }),
    },
    {
      label: names.virtual ?? '',
      note: names.virtualWhy ?? '',
      value: <Amount cents={diagnosis.virtuallyMatchedCents} />,
    },
    {
      label: names.toMatch ?? '',
      note: customersOf(toMatchFirst.customerCount, words, count),
      value: <Amount cents={toMatchFirst.amountCents} />,
      onOpen: () => go('/promises', { tab: 'to_match' }),
      ...waits(toMatchFirst.customerCount),
    },
    {
      label: names.credits ?? '',
      note: count(creditsToAllocate.count),
      value: <Amount cents={creditsToAllocate.amountCents} />,
      onOpen: () => go('/promises', { tab: 'credits' }),
    },
    {
      label: names.openings ?? '',
      note: names.openingsWhy ?? '',
      value: <Amount cents={openingsWithoutInvoice.amountCents} />,
      onOpen: () => go('/aged-balance', { bucket: 'no_due_date' }),
      ...waits(openingsWithoutInvoice.count),
    },
    {
      label: names.natures ?? '',
      value: count(diagnosis.natureQuestionCount),
      onOpen: () => setSearch({ tab: 'natures' }),
      ...waits(diagnosis.natureQuestionCount),
    },
    {
      label: names.accounts ?? '',
      value: count(diagnosis.accountsToConfirm),
      onOpen: () => setSearch({ tab: 'accounts' }),
      ...waits(diagnosis.accountsToConfirm),
    },
    {
      label: names.shared ?? '',
      value: count(sharedAccounts.length),
      onOpen: () => setSearch({ tab: 'accounts' }),
      ...waits(sharedAccounts.length),
    },
  ];
  return (
    <Section title={names.groupTrust ?? ''}>
      <FactList facts={facts} />
    </Section>
  );
}

function BeforeChasing({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const words = useText(importsText);
  const names = words.diagnosis;
  const count = useCount();
  const go = useGo();
  const [, setSearch] = useImportsSearch();
  const { estimatedDates, withoutContact, sundry } = diagnosis;
  const facts: readonly Fact[] = [
    {
      label: names.dates ?? '',
      note: customersOf(estimatedDates.customerCount, words, count),
      value: <Amount cents={estimatedDates.amountCents} />,
      onOpen: () => setSearch({ tab: 'terms' }),
      ...waits(estimatedDates.customerCount),
    },
    {
      label: names.cap ?? '',
      value: count(diagnosis.termsAboveCap),
      onOpen: () => setSearch({ tab: 'terms' }),
      ...waits(diagnosis.termsAboveCap),
    },
    {
      label: names.contact ?? '',
      note: customersOf(withoutContact.customerCount, words, count),
      value: <Amount cents={withoutContact.amountCents} />,
      onOpen: () => go('/promises', { tab: 'missing' }),
      ...waits(withoutContact.customerCount),
    },
    {
      label: names.sundry ?? '',
      note: customersOf(sundry.customerCount, words, count),
      value: <Amount cents={sundry.amountCents} />,
      onOpen: () => setSearch({ tab: 'accounts' }),
      ...waits(sundry.customerCount),
    },
  ];
  return (
    <Section title={names.groupChase ?? ''}>
      <FactList facts={facts} />
    </Section>
  );
}

function customersOf(
  customerCount: number,
  words: { readonly oneCustomer: string; readonly customers: (count: string) => string },
  write: (value: number) => string,
): string {
  return customerCount === 1 ? words.oneCustomer : words.customers(write(customerCount));
}
