/**
 * Lists of customers that ask for something, one at a time: never chased, bad payers, receipts,
 * actions of the day. Each row leads to its customer.
 */
import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { CUSTOMER_LISTS, type ListQuestion } from '../../../shared/contract/customer-lists.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { customerListText } from '../../../shared/text/screens/customer-lists.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { usePaper } from '../../commands/use-paper.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { listsSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { type TableState, useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterText } from '../../parts/filters.tsx';
import { NotOnPaper } from '../../parts/paper.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { CustomerListTable } from './lists/customer-list-table.tsx';
import { type ListAnswer, type ListRow, useListColumns } from './lists/list-columns.tsx';
import { ListPaper } from './lists/list-paper.tsx';
import styles from './lists/lists.module.css';
import { PasteStates } from './lists/paste-states.tsx';

const SORTS: readonly ListQuestion['sort'][] = [
  'name',
  'coming',
  'overdue',
  'paid',
  'amount',
  'day',
  'last_contact',
  'rep',
];

export default function ListsTab() {
  const api = useApi();
  const words = useText(customerListText);
  const [search, setSearch] = useScreenSearch(listsSearch);
  const { list: name, group, text } = search;
  const columns = useListColumns(name);
  const state = useTableState(`list-${name}`, columns, {
    column: name === 'receipts' || name === 'actions' ? 'amount' : 'overdue',
    isDescending: true,
  });
  const question = {
    list: name,
    group,
    text,
    sort: SORTS.find((one) => one === state.sort?.column) ?? 'overdue',
    isDescending: state.sort?.isDescending ?? true,
  };
  const list = useWindows((part) =>
    api.query.lists.read.queryOptions({ input: { ...question, ...part } }),
  );
  const paper = usePaper<ListAnswer>({
    asked: JSON.stringify(question),
    read: (part) => api.call.lists.read({ ...question, ...part }),
    failed: words.printFailed,
  });
  return (
    <div className={styles.tab}>
      <div className={styles.bar} data-print="never">
        <div className={styles.choices}>
          <ListChoice
            value={name}
            onChange={(list) => setSearch({ list, group: null, text: '' })}
          />
          <GroupChoice
            label={name === 'actions' ? words.byScenario : words.byProfile}
            groups={list.head?.groups ?? []}
            value={group}
            onChange={(next) => setSearch({ group: next })}
          />
          <FilterText
            width={170}
            value={text}
            placeholder={words.search}
            onChange={(next) => setSearch({ text: next })}
          />
        </div>
        <Tools {...{ question, columns, state, paper }} />
      </div>
      <p className={styles.note}>{words.explained[name]}</p>
      <NotOnPaper when={paper.whole !== null}>
        <CustomerListTable {...{ list, columns, state, question }} />
      </NotOnPaper>
      {paper.whole !== null && <ListPaper whole={paper.whole} columns={columns} name={name} />}
    </div>
  );
}

/** Print, columns, Excel. */
function Tools(props: {
  readonly question: ListQuestion;
  readonly columns: readonly Column<ListRow>[];
  readonly state: TableState;
  readonly paper: { readonly isReading: boolean; readonly print: () => Promise<void> };
}) {
  const { question, columns, state, paper } = props;
  const words = useText(customerListText);
  const workbook = useWorkbook();
  const title = words.names[question.list];
  return (
    <>
      <PasteStates list={question.list} />
      <Button
        leftSection={<IconPrinter size={15} stroke={1.6} />}
        loading={paper.isReading}
        onClick={() => void paper.print()}
      >
        {words.print}
      </Button>
      <TableTools
        columns={columns}
        state={state}
        isExporting={workbook.isRunning}
        onExport={(shown) =>
          void workbook.make({ list: 'customer_list', input: question, title, columns: [...shown] })
        }
      />
    </>
  );
}

function ListChoice(props: {
  readonly value: ListQuestion['list'];
  readonly onChange: (list: ListQuestion['list']) => void;
}) {
  const api = useApi();
  const words = useText(customerListText);
  const language = useLanguage();
  const { data = [] } = useQuery(api.query.lists.counts.queryOptions());
  const label = (list: ListQuestion['list']) => {
    const count = data.find((one) => one.list === list)?.count;
    if (count === undefined) return words.names[list];
    return words.counted(words.names[list], formatCount(count, { language }));
  };
  return (
    <Select
      w={290}
      maxDropdownHeight={460}
      aria-label={words.choose}
      allowDeselect={false}
      value={props.value}
      data={CUSTOMER_LISTS.map((list) => ({ value: list, label: label(list) }))}
      onChange={(value) => {
        const list = CUSTOMER_LISTS.find((one) => one === value);
        if (list !== undefined) props.onChange(list);
      }}
    />
  );
}

function GroupChoice(props: {
  readonly label: string;
  readonly groups: ListAnswer['groups'];
  readonly value: string | null;
  readonly onChange: (group: string | null) => void;
}) {
  const { label, groups, value, onChange } = props;
  const words = useText(customerListText);
  const language = useLanguage();
  return (
    <Select
      w={200}
      aria-label={label}
      placeholder={label}
      clearable
      value={value}
      data={groups.map((group) => ({
        value: group.key,
        label: words.counted(group.label, formatCount(group.count, { language })),
      }))}
      onChange={onChange}
    />
  );
}
