/** Columns of the day's messages and tasks. */
import { IconPencil } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import type { Language } from '../../../shared/format/language.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { useBatchChoices } from './batch-choices.ts';
import styles from './reminders.module.css';
import type { Kind } from './reminders-search.ts';
import { StepBadge } from './step-badge.tsx';

export function useMessageColumns(kind: Kind): readonly Column<PlannedRow>[] {
  const words = useText(remindersText);
  const language = useLanguage();
  return useMemo<readonly Column<PlannedRow>[]>(() => {
    const said = scenarioText[language];
    return [
      { id: 'code', label: words.code, width: 80, isHiddenAtFirst: true, cell: (row) => row.code },
      {
        id: 'name',
        label: words.customer,
        width: 170,
        grow: 2,
        isFixed: true,
        cell: (row) => <NameCell row={row} />,
      },
      {
        id: 'step',
        label: words.step,
        width: 144,
        grow: 0.4,
        cell: (row) => <StepBadge row={row} />,
      },
      {
        id: 'amount',
        label: words.amount,
        width: 138,
        align: 'end',
        cell: (row) => (
          <Amount
            cents={row.dueCents}
            currency={row.currency}
            daysPastDue={row.oldestDaysPastDue}
          />
        ),
      },
      {
        id: 'channel',
        label: words.channel,
        width: 120,
        isHiddenAtFirst: kind === 'messages',
        cell: (row) => said.channels[row.channel],
      },
      {
        id: 'recipient',
        label: kind === 'messages' ? words.recipient : words.place,
        width: kind === 'messages' ? 124 : 110,
        grow: 1,
        isHiddenAtFirst: kind === 'tasks',
        cell: (row) => <span title={row.recipient}>{row.recipient}</span>,
      },
      {
        id: 'sentence',
        label: words.sentence,
        width: 200,
        grow: 3,
        cell: (row) => <WhyCell row={row} />,
      },
      ...furtherColumns(words, language),
    ];
  }, [words, language, kind]);
}

/** Shown once they are chosen. */
function furtherColumns(
  words: (typeof remindersText)['fr'],
  language: Language,
): readonly Column<PlannedRow>[] {
  return [
    {
      id: 'items',
      label: words.items,
      width: 60,
      align: 'end',
      isHiddenAtFirst: true,
      cell: (row) => row.itemCount,
    },
    {
      id: 'scenario',
      label: words.scenario,
      width: 150,
      isHiddenAtFirst: true,
      cell: (row) => row.scenarioName,
    },
    {
      id: 'profile',
      label: words.profile,
      width: 110,
      isHiddenAtFirst: true,
      cell: (row) => profileName(row.profile, language),
    },
    {
      id: 'tone',
      label: words.tone,
      width: 110,
      isHiddenAtFirst: true,
      cell: (row) => scenarioText[language].tones[row.tone],
    },
  ];
}

function NameCell({ row }: { readonly row: PlannedRow }) {
  const words = useText(remindersText);
  const isEdited = useBatchChoices().editOf(row.payerId) !== null;
  return (
    <span className={styles.name} title={row.name}>
      <span className={styles.nameText}>{row.name}</span>
      {row.isVip && <Badge tone="accent">{words.vip}</Badge>}
      {isEdited && (
        <Badge tone="accent" icon={<IconPencil />}>
          {words.edited}
        </Badge>
      )}
    </span>
  );
}

/** Why it waits for a tick comes before what it is about. */
function WhyCell({ row }: { readonly row: PlannedRow }) {
  const words = useText(remindersText);
  if (row.mode !== 'to_confirm') {
    return <span title={row.sentence}>{[...row.warnings, row.sentence].join(' ')}</span>;
  }
  const reasons = row.warnings.length === 0 ? [words.stepConfirmed] : row.warnings;
  const text = [...reasons, row.sentence].join(' ');
  return (
    <span className={styles.name} title={text}>
      <Badge tone="amber">{words.waits}</Badge>
      <span className={styles.nameText}>{text}</span>
    </span>
  );
}
