/**
 * The statement of account: what it shows, as its sheets will be; then opened, saved as a workbook,
 * or sent to one contact.
 */
import { Autocomplete, Button, SegmentedControl, Select } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { calendarDate } from '../../../shared/kernel/calendar-date.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { statementDialogText } from '../../../shared/text/screens/statement-dialog.ts';
import { useApi } from '../../api/connection.tsx';
import { openFile } from '../../api/files.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useMadeFile } from '../../commands/use-made-file.ts';
import { useStatement } from '../../commands/use-workbook.ts';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { PdfPages } from '../../parts/pdf-pages.tsx';
import { useText, useToday } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './statement-dialog.module.css';

interface StatementDialogProps {
  readonly customerId: number;
  readonly name: string;
  readonly onClose: () => void;
}

/** What the statement shows. */
interface Wanted {
  readonly language: 'fr' | 'en';
  readonly hasMovements: boolean;
  readonly from: CalendarDate | null;
  readonly asOf: CalendarDate | null;
}

export function StatementDialog({ customerId, name, onClose }: StatementDialogProps) {
  const api = useApi();
  const today = useToday();
  const words = useText(statementDialogText);
  const preview = useQuery(
    api.query.outbox.duplicatesPreview.queryOptions({ input: { customerId, receivableIds: [] } }),
  );
  const [changed, setChanged] = useState<Partial<Wanted>>({});
  const wanted: Wanted = {
    language: preview.data?.language ?? 'fr',
    hasMovements: false,
    from: calendarDate(`${today.slice(0, 4)}-01-01`),
    asOf: today,
    ...changed,
  };
  const problem = problemOf(wanted, today, words);
  return (
    <Dialog isOpen title={words.title(name)} size={860} onClose={onClose}>
      <div className={styles.statement}>
        <Choices wanted={wanted} onChange={(patch) => setChanged({ ...changed, ...patch })} />
        {problem !== null ? (
          <p className={styles.wrong} role="alert">
            {problem}
          </p>
        ) : (
          preview.data !== undefined && (
            <>
              <SendLine
                customerId={customerId}
                wanted={wanted}
                isOfToday={wanted.asOf === today}
                addresses={preview.data.addresses.map(({ address }) => address)}
                lock={preview.data.lock}
                onClose={onClose}
              />
              <Sheets customerId={customerId} wanted={wanted} />
            </>
          )
        )}
      </div>
    </Dialog>
  );
}

/** Why it can't be made; null when it can. */
function problemOf(
  { hasMovements, from, asOf }: Wanted,
  today: CalendarDate,
  words: { readonly needDays: string; readonly reversed: string; readonly toCome: string },
): string | null {
  if (asOf === null || (hasMovements && from === null)) return words.needDays;
  if (asOf > today) return words.toCome;
  return hasMovements && from !== null && from > asOf ? words.reversed : null;
}

function Choices(props: {
  readonly wanted: Wanted;
  readonly onChange: (patch: Partial<Wanted>) => void;
}) {
  const { wanted, onChange } = props;
  const words = useText(statementDialogText);
  const replies = useText(repliesText);
  return (
    <div className={styles.row}>
      <SegmentedControl
        mt={22}
        aria-label={words.content}
        value={wanted.hasMovements ? 'movements' : 'open'}
        data={[
          { value: 'open', label: words.openOnly },
          { value: 'movements', label: words.withMovements },
        ]}
        onChange={(value) => onChange({ hasMovements: value === 'movements' })}
      />
      {wanted.hasMovements && (
        <DateWordsInput
          w={150}
          label={words.from}
          value={wanted.from}
          onChange={(from) => onChange({ from })}
        />
      )}
      <DateWordsInput
        w={150}
        label={words.asOf}
        value={wanted.asOf}
        onChange={(asOf) => onChange({ asOf })}
      />
      <Select
        w={130}
        label={replies.language}
        allowDeselect={false}
        data={(['fr', 'en'] as const).map((key) => ({
          value: key,
          label: replies.languages[key] ?? key,
        }))}
        value={wanted.language}
        onChange={(key) => onChange({ language: key === 'en' ? 'en' : 'fr' })}
      />
    </div>
  );
}

function SendLine(props: {
  readonly customerId: number;
  readonly wanted: Wanted;
  readonly isOfToday: boolean;
  readonly addresses: readonly string[];
  readonly lock: string | null;
  readonly onClose: () => void;
}) {
  const { customerId, wanted, isOfToday, addresses, lock, onClose } = props;
  const words = useText(statementDialogText);
  const replies = useText(repliesText);
  const [typed, setTyped] = useState<string | null>(null);
  const send = useCommand((call) => call.outbox.sendStatement, { said: () => words.sent });
  const workbook = useStatement();
  const to = typed ?? addresses[0] ?? '';
  const from = wanted.hasMovements ? wanted.from : null;
  const why = lock ?? (isOfToday ? (to === '' ? replies.noAddress : null) : words.todayOnly);
  const { language, asOf } = wanted;
  return (
    <>
      <div className={styles.foot}>
        <Autocomplete
          className={styles.grow}
          label={replies.to}
          data={[...addresses]}
          value={to}
          spellCheck={false}
          onChange={setTyped}
        />
        <Button
          variant="filled"
          leftSection={<IconSend size={15} stroke={1.6} />}
          disabled={why !== null}
          loading={send.isRunning}
          onClick={async () => {
            const outcome = await send.run({ customerId, to, language, from });
            if (outcome.isDone) onClose();
          }}
        >
          {words.send}
        </Button>
        <Button
          leftSection={<IconFileSpreadsheet size={15} stroke={1.6} />}
          loading={workbook.isRunning}
          onClick={() => void workbook.make({ customerId, format: 'xlsx', asOf, language, from })}
        >
          {words.workbook}
        </Button>
      </div>
      {why !== null && <p className={styles.quiet}>{why}</p>}
    </>
  );
}

function Sheets(props: { readonly customerId: number; readonly wanted: Wanted }) {
  const { customerId, wanted } = props;
  const api = useApi();
  const words = useText(statementDialogText);
  const { language, asOf } = wanted;
  const from = wanted.hasMovements ? wanted.from : null;
  const made = useMadeFile(['statement-of', customerId, language, asOf, from], () =>
    api.call.reports.makeStatement({ customerId, format: 'pdf', asOf, language, from }),
  );
  const { data, failure } = made;
  if (failure !== null) return <ErrorState failure={failure} onRetry={made.retry} />;
  if (data === undefined) return <Skeleton lines={12} height={18} />;
  return (
    <>
      <div>
        <Button
          size="compact-sm"
          leftSection={<IconFileText size={15} stroke={1.6} />}
          onClick={() => void openFile(api, data.fileId)}
        >
          {words.openPdf}
        </Button>
      </div>
      <div className={styles.sheets}>
        <PdfPages label={words.sheets} bytes={data.bytes} />
      </div>
    </>
  );
}
