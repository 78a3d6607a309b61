/** Instalment plans and settlements: where each stands, its next part, what a person may note. */
import { useMemo } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useFileJob } from '../../commands/use-workbook.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, inCurrency, nameColumns, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';

type AgreementList = Awaited<ReturnType<ApiClient['agreements']['list']>>;
type AgreementRow = AgreementList['rows'][number];
type AgreementView = AgreementList['counts'][number]['show'];

const TONES: Readonly<Record<AgreementRow['state'], Tone>> = {
  drafted: 'neutral',
  sent: 'accent',
  unsigned: 'amber',
  running: 'accent',
  missed: 'danger',
  kept: 'green',
  forfeited: 'danger',
  ended: 'neutral',
  paid: 'green',
  written_off: 'green',
  lapsed: 'amber',
};

export function AgreementsTab(props: {
  readonly show: AgreementView;
  readonly onShow: (show: AgreementView) => void;
}) {
  const { show, onShow } = props;
  const api = useApi();
  const words = useText(agreementsText);
  const language = useLanguage();
  const list = useWindows((part) =>
    api.query.agreements.list.queryOptions({ input: { show, ...part } }),
  );
  const paper = useFileJob<{ agreementId: number; language: 'fr' | 'en' }>(
    (input) => api.call.agreements.makePaper(input),
    () => 'open',
  );
  const note = useNoteStep();
  // Of those to write off, the discount is what counts.
  const id = show === 'to_write_off' ? 'agreements_paid' : 'agreements';
  const columns = useColumns(show);
  return (
    <FollowUpList
      key={id}
      id={id}
      label={words.tab}
      columns={columns}
      list={list}
      rowKey={(row) => row.agreementId}
      workbook={{ list: 'agreements', input: { show } }}
      empty={words.empty}
      totals={{
        [show === 'to_write_off' ? 'waived' : 'remaining']: (
          <Amount cents={list.head?.totalCents ?? 0} />
        ),
      }}
      otherTotals={list.head?.otherTotals}
      filters={(list.head?.counts ?? []).map((one) => (
        <FilterChip
          key={one.show}
          label={words.shows[one.show] ?? one.show}
          note={formatCount(one.count, { language })}
          isOn={show === one.show}
          onToggle={() => onShow(one.show)}
        />
      ))}
      menu={({ agreementId, steps }) => [
        { label: words.paper, run: () => void paper.make({ agreementId, language }) },
        ...steps.map((step) => ({
          label: words.steps[step] ?? step,
          run: () => void note(step, agreementId),
        })),
      ]}
    />
  );
}

/** Notes what became of an agreement, and says so; it can be taken back. */
function useNoteStep() {
  const words = useText(agreementsText);
  type Step = AgreementRow['steps'][number];
  type Noted = Parameters<ApiClient['agreements']['noteStep']>[0];
  const { run } = useCommand(
    (call) => async (input: Noted) => ({
      ...(await call.agreements.noteStep(input)),
      step: input.step,
    }),
    {
      said: ({ step }) => words.noted[step] ?? null,
      undo:
        ({ agreementId }) =>
        (call, commandId) =>
          call.agreements.undoStep({ commandId, agreementId }),
    },
  );
  return (step: Step, agreementId: number) => run({ agreementId, step, comment: '' });
}

function useColumns(show: AgreementView): readonly Column<AgreementRow>[] {
  const list = useText(followUpText);
  const words = useText(agreementsText);
  const language = useLanguage();
  return useMemo<readonly Column<AgreementRow>[]>(() => {
    const count = (value: number) => formatCount(value, { language });
    return [
      dayColumn('next', words.nextDue, (row) => row.nextDueDate),
      ...nameColumns<AgreementRow>(list),
      textColumn('kind', list.kind, (row) => words.kinds[row.kind] ?? row.kind, { width: 100 }),
      {
        id: 'state',
        label: words.state,
        width: 126,
        cell: (row) => <Badge tone={TONES[row.state]}>{words.states[row.state]}</Badge>,
      },
      amountColumn('nextAmount', words.nextAmount, (row) => row.nextCents, inCurrency),
      amountColumn('remaining', words.remaining, (row) => row.openCents, inCurrency),
      {
        ...amountColumn<AgreementRow>('waived', words.waived, (row) => row.waivedCents, inCurrency),
        isHiddenAtFirst: show !== 'to_write_off',
      },
      textColumn('sentence', words.sentence, (row) => row.sentence, { width: 220, grow: 4 }),
      {
        ...amountColumn<AgreementRow>(
          'received',
          words.paidOf,
          (row) => row.receivedCents,
          inCurrency,
        ),
        isHiddenAtFirst: true,
      },
      {
        ...textColumn<AgreementRow>(
          'parts',
          words.partCount,
          (row) => words.parts(count(row.paidCount), count(row.partCount)),
          { width: 84 },
        ),
        isHiddenAtFirst: true,
      },
      {
        ...textColumn<AgreementRow>(
          'documents',
          list.documents,
          (row) => row.documentNumbers.join(', '),
          { width: 140 },
        ),
        isHiddenAtFirst: true,
      },
      {
        ...textColumn<AgreementRow>('comment', list.comment, (row) => row.comment, { width: 140 }),
        isHiddenAtFirst: true,
      },
    ];
  }, [words, list, language, show]);
}
