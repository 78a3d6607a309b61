/**
 * The items behind a week of the likely forecast: what each brings to it, its own most likely day
 * and why; a date may be typed for one, which wins over everything else.
 */
import { useMemo, useRef, useState } from 'react';
import { formatDay } from '../../../shared/format/date.ts';
import { formatCount, formatPercent } from '../../../shared/format/number.ts';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { FigurePanel } from '../../frame/figure-panel.tsx';
import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { CashItem, CashSlot, ForecastSearch } from './forecast-question.ts';
import { PaymentDayDialog } from './payment-day-dialog.tsx';

const PANEL_WIDTH = 940;

export function CashPanel(props: {
  readonly search: ForecastSearch;
  readonly slot: CashSlot;
  readonly groupKey: string | null;
  readonly subject: string;
  readonly onClose: () => void;
}) {
  const { search, slot, groupKey, subject, onClose } = props;
  const api = useApi();
  const words = useText(outlookText);
  const language = useLanguage();
  const [typed, setTyped] = useState<CashItem | null>(null);
  const question = {
    slot,
    weekCount: search.weeks,
    by: groupKey === null ? ('none' as const) : search.by,
    key: groupKey,
    whatIf: search.whatIf,
  };
  const list = useWindows((part) =>
    api.query.forecast.outlookItems.queryOptions({ input: { ...question, ...part } }),
  );
  const columns = useItemColumns();
  const giveBack = useGiveBack();
  const title = isApart(slot) ? words.slots[slot] : words.weekItems(formatDay(slot, { language }));
  const { total } = list;
  const counted = total === 1 ? words.oneItem : words.items(formatCount(total ?? 0, { language }));
  return (
    <FigurePanel
      id="forecast-cash"
      label={title}
      heading={title}
      note={total === null ? subject : `${subject} · ${counted}`}
      width={PANEL_WIDTH}
      columns={columns}
      list={list}
      question={question}
      workbook={{ list: 'outlook_items', title: `${subject} ${title}` }}
      rowKey={(row) =>
        `${row.customerId}|${row.receivableId ?? row.documentNumber}|${row.amountCents}`
      }
      menu={(row) => [
        ...(row.receivableId === null ? [] : [{ label: words.typeDay, run: () => setTyped(row) }]),
        ...(row.typedDate === null
          ? []
          : [{ label: words.giveBack, run: () => void giveBack(row) }]),
      ]}
      totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
      otherTotals={list.head?.otherTotals ?? []}
      empty={words.noItem}
      onClose={onClose}
    >
      {typed !== null && <PaymentDayDialog item={typed} onClose={() => setTyped(null)} />}
    </FigurePanel>
  );
}

/** Gives a typed date back to the forecast; taken back, it is typed again as it was. */
function useGiveBack(): (row: CashItem) => Promise<unknown> {
  const words = useText(outlookText);
  const given = useRef<CashItem | null>(null);
  const give = useCommand((call) => call.forecast.typePaymentDay, {
    said: () => words.givenBack,
    // Asked once the command is done: what is on screen by then no longer knows the date.
    undo: () => {
      const row = given.current;
      if (row === null || row.receivableId === null) return null;
      const { receivableId, typedDate: expectedDate, typedReason } = row;
      const reason = typedReason ?? '';
      return (call, commandId) =>
        call.forecast.typePaymentDay({ commandId, receivableId, expectedDate, reason });
    },
  });
  return async (row) => {
    if (give.isRunning || row.receivableId === null) return;
    given.current = row;
    await give.run({ receivableId: row.receivableId, expectedDate: null, reason: '' });
  };
}

const APART = ['later', 'never', 'undated', 'credits', 'apart'] as const;

function isApart(slot: CashSlot): slot is (typeof APART)[number] {
  return APART.some((name) => name === slot);
}

function useItemColumns(): readonly Column<CashItem>[] {
  const words = useText(outlookText);
  const language = useLanguage();
  return useMemo<readonly Column<CashItem>[]>(
    () => [
      {
        id: 'name',
        label: words.customer,
        width: 140,
        grow: 1,
        isFixed: true,
        cell: (row) => row.name,
      },
      {
        id: 'documentNumber',
        label: words.document,
        width: 112,
        cell: (row) => row.documentNumber,
      },
      {
        id: 'dueDate',
        label: words.due,
        width: 104,
        cell: (row) => <DateText date={row.dueDate} />,
      },
      {
        id: 'likelyDate',
        label: words.likelyDate,
        width: 104,
        cell: (row) => <DateText date={row.likelyDate} />,
      },
      {
        id: 'chance',
        label: words.chance,
        width: 74,
        align: 'end',
        cell: (row) =>
          row.chanceBasisPoints === null
            ? ''
            : formatPercent(row.chanceBasisPoints / 10_000, { language, decimals: 0 }),
      },
      {
        id: 'open',
        label: words.open,
        width: 104,
        align: 'end',
        isHiddenAtFirst: true,
        cell: (row) => <Amount cents={row.openCents} currency={row.currency} />,
      },
      {
        id: 'amount',
        label: words.amount,
        width: 112,
        align: 'end',
        isFixed: true,
        cell: (row) => <Amount cents={row.amountCents} currency={row.currency} />,
      },
      {
        id: 'why',
        label: words.why,
        width: 240,
        grow: 1,
        cell: (row) => <span title={row.why}>{row.why}</span>,
      },
    ],
    [words, language],
  );
}
