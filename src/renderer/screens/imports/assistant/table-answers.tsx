/** What the columns do not say by themselves: sheet, meaning of a line, forms, day, scope. */
import { Autocomplete, Radio, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  type SnapshotScope,
  TABLE_KINDS,
  type TableKind,
} from '../../../../shared/domain/statement/table-mapping.ts';
import { problemSentence } from '../../../../shared/text/problems.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { tableKindText } from '../../../../shared/text/table-fields.ts';
import { useApi } from '../../../api/connection.tsx';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { DateWordsInput } from '../../../parts/date-words-input.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import styles from './assistant.module.css';
import {
  type ColumnsDraft,
  dayOrderOf,
  decimalSignOf,
  hasAmounts,
  hasDates,
  withDayOrder,
  withDecimalSign,
  withKind,
  withScope,
} from './columns-draft.ts';
import type { RecognisedTable } from './recognised.ts';

/** No radio is ticked before a person ticks one. */
const NOT_ANSWERED: string = '';

interface AnswersProps {
  readonly draft: ColumnsDraft;
  readonly onChange: (draft: ColumnsDraft) => void;
}

export function TableAnswers(
  props: AnswersProps & {
    readonly table: RecognisedTable;
    readonly onSheet: (sheetName: string) => Promise<void>;
  },
) {
  const { table, draft, onChange, onSheet } = props;
  const words = useText(importsText);
  const kinds = useText(tableKindText);
  const { kind } = draft.profile;
  return (
    <>
      {draft.questions.includes('meaning_unknown') && <MeaningQuestion {...props} />}
      <div className={styles.answers}>
        {table.sheetNames.length > 1 && (
          <Select
            w={180}
            label={words.sheet}
            allowDeselect={false}
            value={table.sheetName}
            data={[...table.sheetNames]}
            onChange={(sheet) => {
              if (sheet !== null) void onSheet(sheet);
            }}
          />
        )}
        <Select
          w={300}
          label={words.kind}
          allowDeselect={false}
          value={kind}
          data={TABLE_KINDS.map((value) => ({ value, label: kinds[value] }))}
          onChange={(value) => {
            const chosen = TABLE_KINDS.find((one) => one === value);
            if (chosen !== undefined) onChange(withKind(draft, chosen));
          }}
        />
        <Forms draft={draft} onChange={onChange} />
      </div>
      {kind === 'open_items' && <ListAnswers draft={draft} onChange={onChange} />}
    </>
  );
}

/** The same figures are all that is owed, or invoices to add: only a person knows. */
function MeaningQuestion({ draft, onChange }: AnswersProps) {
  const language = useLanguage();
  const kinds = useText(tableKindText);
  const choices: readonly TableKind[] = ['open_items', 'invoices'];
  return (
    <Radio.Group
      className={styles.question}
      value={NOT_ANSWERED}
      label={problemSentence({ code: 'meaning_unknown', value: '' }, language)}
      onChange={(value) => {
        const chosen = choices.find((one) => one === value);
        if (chosen !== undefined) onChange(withKind(draft, chosen));
      }}
    >
      <div className={styles.answers}>
        {choices.map((value) => (
          <Radio key={value} value={value} label={kinds[value]} />
        ))}
      </div>
    </Radio.Group>
  );
}

function Forms({ draft, onChange }: AnswersProps) {
  const words = useText(importsText);
  const language = useLanguage();
  const { profile, questions } = draft;
  const asked = (code: string) =>
    questions.includes(code) ? problemSentence({ code, value: '' }, language) : undefined;
  return (
    <>
      {hasDates(profile) && (
        <Select
          w={180}
          label={words.dayOrder}
          placeholder={words.asFound}
          allowDeselect={false}
          value={asked('date_order_unknown') === undefined ? dayOrderOf(profile) : null}
          error={asked('date_order_unknown')}
          data={[
            { value: 'day_first', label: words.dayFirst },
            { value: 'month_first', label: words.monthFirst },
          ]}
          onChange={(value) =>
            onChange(withDayOrder(draft, value === 'month_first' ? 'month_first' : 'day_first'))
          }
        />
      )}
      {hasAmounts(profile) && (
        <Select
          w={180}
          label={words.decimal}
          placeholder={words.asFound}
          allowDeselect={false}
          value={asked('decimal_sign_unknown') === undefined ? decimalSignOf(profile) : null}
          error={asked('decimal_sign_unknown')}
          data={[
            { value: ',', label: words.comma },
            { value: '.', label: words.point },
          ]}
          onChange={(value) => onChange(withDecimalSign(draft, value === '.' ? '.' : ','))}
        />
      )}
    </>
  );
}

/** A list of open items: its day, its total as the accounts give it, and whom it speaks for. */
function ListAnswers({ draft, onChange }: AnswersProps) {
  const words = useText(importsText);
  return (
    <div className={styles.answers}>
      <DateWordsInput
        w={180}
        label={words.statedDay}
        description={words.statedDayHint}
        placeholder={words.statedDayAsFile}
        value={draft.statedOnDate}
        onChange={(statedOnDate) => onChange({ ...draft, statedOnDate })}
      />
      <AmountInput
        w={260}
        label={words.total}
        description={words.totalHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.typedTotalCents}
        onChange={(typedTotalCents) => onChange({ ...draft, typedTotalCents })}
      />
      <ScopeAnswer draft={draft} onChange={onChange} />
    </div>
  );
}

const SCOPES = ['all', 'file', 'rep', 'agency', 'sector', 'profile'] as const;
const DIMENSION_OF = {
  rep: 'rep_code',
  agency: 'agency_code',
  sector: 'sector',
  profile: 'profile',
} as const;

function ScopeAnswer({ draft, onChange }: AnswersProps) {
  const words = useText(importsText);
  const { scope } = draft.profile;
  const change = (of: (typeof SCOPES)[number]) =>
    onChange(withScope(draft, of === 'all' || of === 'file' ? { of } : { of, code: '' }));
  return (
    <>
      <Select
        w={270}
        label={words.scopeQuestion}
        description={words.scopeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        value={scope.of}
        data={SCOPES.map((value) => ({ value, label: words.scopes[value] ?? value }))}
        onChange={(value) => {
          const chosen = SCOPES.find((one) => one === value);
          if (chosen !== undefined) change(chosen);
        }}
      />
      {'code' in scope && (
        <ScopeCode scope={scope} onChange={(next) => onChange(withScope(draft, next))} />
      )}
    </>
  );
}

type CodedScope = Extract<SnapshotScope, { readonly code: string }>;

function ScopeCode(props: {
  readonly scope: CodedScope;
  readonly onChange: (scope: CodedScope) => void;
}) {
  const { scope, onChange } = props;
  const api = useApi();
  const words = useText(importsText);
  const dimension = DIMENSION_OF[scope.of];
  const { data = [] } = useQuery(
    api.query.customers.dimensionValues.queryOptions({ input: { dimension } }),
  );
  const values = data.flatMap(({ value }) => (value === '' ? [] : [value]));
  return (
    <Autocomplete
      w={160}
      label={words.scopeCode}
      data={values}
      value={scope.code}
      onChange={(code) => onChange({ ...scope, code })}
    />
  );
}
