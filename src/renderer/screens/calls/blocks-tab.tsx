/** Orders to release, to block, and blocked; each key prepares the mail to the sales office. */
import { useMemo, useState } from 'react';
import type { BlockRow, OfficeMail } from '../../../shared/contract/calls.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import type { Column, MenuEntry } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, inCurrency, textColumn } from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { OfficeMailDialog } from './office-mail-dialog.tsx';

const TONES: Readonly<Record<BlockRow['state'], Tone>> = {
  to_release: 'green',
  to_block: 'amber',
  blocked: 'danger',
};

export function BlocksTab(props: {
  readonly state: BlockRow['state'] | null;
  readonly onState: (state: BlockRow['state'] | null) => void;
}) {
  const { state, onState } = props;
  const api = useApi();
  const all = useText(callsScreenText);
  const words = all.blocks;
  const list = useWindows((part) =>
    api.query.calls.blocks.queryOptions({ input: { state, ...part } }),
  );
  const columns = useBlockColumns();
  const [asked, setAsked] = useState<BlockRow | null>(null);
  const [mail, setMail] = useState<OfficeMail | null>(null);
  const [active, setActive] = useState<BlockRow | null>(null);
  const release = useRelease(setMail);
  const actsOf = (row: BlockRow): MenuEntry[] => {
    const { orderBlockId } = row;
    if (orderBlockId === null)
      return [{ label: words.propose, keys: 'b', run: () => setAsked(row) }];
    const paid = { label: words.release, keys: 'b', run: () => release(orderBlockId, 'paid') };
    const decided = { label: words.releaseDecision, run: () => release(orderBlockId, 'decision') };
    return row.state === 'to_release' ? [paid] : [decided];
  };
  useKeys(
    all.tabs.blocks,
    [
      {
        keys: 'b',
        label: words.propose,
        run: () => {
          if (active !== null) actsOf(active)[0]?.run();
        },
      },
    ],
    { isEnabled: active !== null },
  );
  return (
    <>
      <FollowUpList
        id="order-blocks"
        label={all.tabs.blocks}
        columns={columns}
        list={list}
        rowKey={(row) => row.rowKey}
        workbook={{ list: 'order_blocks', input: { state } }}
        empty={words.empty}
        totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
        otherTotals={list.head?.otherTotals}
        filters={<StateChips counts={list.head?.counts ?? []} state={state} onState={onState} />}
        menu={actsOf}
        onActive={setActive}
      />
      {asked !== null && (
        <BlockDialog
          row={asked}
          onClose={() => setAsked(null)}
          onMail={(written) => {
            setAsked(null);
            setMail(written);
          }}
        />
      )}
      {mail !== null && <OfficeMailDialog mail={mail} onClose={() => setMail(null)} />}
    </>
  );
}

function StateChips(props: {
  readonly counts: readonly { readonly state: BlockRow['state']; readonly count: number }[];
  readonly state: BlockRow['state'] | null;
  readonly onState: (state: BlockRow['state'] | null) => void;
}) {
  const { counts, state, onState } = props;
  const all = useText(callsScreenText);
  return (
    <>
      <FilterChip label={all.blocks.all} isOn={state === null} onToggle={() => onState(null)} />
      {counts.map((one) => (
        <FilterChip
          key={one.state}
          label={`${all.blockStates[one.state]} ${one.count}`}
          isOn={state === one.state}
          onToggle={() => onState(state === one.state ? null : one.state)}
        />
      ))}
    </>
  );
}

/** Releases a block and shows the mail that says so. */
function useRelease(onMail: (mail: OfficeMail | null) => void) {
  const words = useText(callsScreenText).blocks;
  const { run } = useCommand((call) => call.calls.releaseBlock, { said: () => words.released });
  return (orderBlockId: number, reason: 'paid' | 'decision') =>
    void run({ orderBlockId, reason }).then((done) => {
      if (done.isDone) onMail(done.value.mail);
    });
}

function useBlockColumns(): readonly Column<BlockRow>[] {
  const all = useText(callsScreenText);
  const words = all.blocks;
  return useMemo(
    () => [
      {
        id: 'state',
        label: words.state,
        width: 116,
        cell: (row) => <Badge tone={TONES[row.state]}>{all.blockStates[row.state]}</Badge>,
      },
      {
        id: 'name',
        label: all.customer,
        width: 180,
        grow: 2,
        isFixed: true,
        cell: (row) => row.name,
      },
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      amountColumn('remaining', words.remaining, (row) => row.remainingCents, inCurrency),
      textColumn('sentence', words.reason, (row) => row.sentence, { width: 220, grow: 3 }),
      dayColumn('since', words.since, (row) => row.since),
      textColumn('decidedBy', words.decidedBy, (row) => row.decidedBy, { width: 120 }),
    ],
    [all, words],
  );
}
