/** What can be recorded on the customer, each with its key, and his statement of account. */
import { Button, Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { delayCauseText } from '../../../shared/text/delay-cause.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { chargesText } from '../../../shared/text/screens/charges.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { statementDialogText } from '../../../shared/text/screens/statement-dialog.ts';
import { useStatement } from '../../commands/use-workbook.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import type { CustomerFileData } from './use-customer.ts';

export type FormKind =
  | 'call'
  | 'incoming'
  | 'announced'
  | 'promise'
  | 'note'
  | 'dispute'
  | 'stop'
  | 'task'
  | 'reply'
  | 'duplicates'
  | 'cause'
  | 'plan'
  | 'settlement';

/** Those with a button of their own. */
type BarKind = Exclude<FormKind, 'announced' | 'duplicates' | 'cause' | 'plan' | 'settlement'>;

const FORMS: readonly (readonly [BarKind, string | null])[] = [
  ['call', 'a'],
  ['incoming', null],
  ['promise', 'p'],
  ['note', 'n'],
  ['dispute', 'l'],
  ['stop', 's'],
  ['task', null],
  ['reply', null],
];

export function ActionBar(props: {
  readonly file: CustomerFileData;
  readonly onForm: (kind: FormKind) => void;
  readonly onDone: () => void;
  readonly onCharges: () => void;
  readonly onStatement: () => void;
}) {
  const { file, onForm, onDone, onCharges, onStatement } = props;
  const words = useText(customerFileText);
  const agreements = useText(agreementsText);
  const replies = useText(repliesText);
  const charges = useText(chargesText);
  const causes = useText(delayCauseText);
  const dialog = useText(statementDialogText);
  const language = useLanguage();
  const statement = useStatement();
  const make = (format: 'pdf' | 'xlsx') =>
    void statement.make({ customerId: file.customerId, format, asOf: null, language });
  return (
    <div className={styles.actions} data-print="never">
      {FORMS.map(([kind, key]) => (
        <Button
          key={kind}
          variant={kind === 'call' ? 'filled' : 'default'}
          onClick={() => onForm(kind)}
          rightSection={key === null ? undefined : <KeyHint keys={key} />}
        >
          {words.actions[kind]}
        </Button>
      ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button>{agreements.bar}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onForm('plan')}>{agreements.menu.plan}</Menu.Item>
          <Menu.Item onClick={() => onForm('settlement')}>{agreements.menu.settlement}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button onClick={onDone} rightSection={<KeyHint keys="f" />}>
        {words.actions.done}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            loading={statement.isRunning}
            leftSection={<IconFileText size={15} stroke={1.6} />}
          >
            {words.statement}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onStatement}>{dialog.menu}</Menu.Item>
          <Menu.Item onClick={() => make('pdf')}>{words.statementPdf}</Menu.Item>
          <Menu.Item onClick={() => make('xlsx')}>{words.statementXlsx}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => onForm('duplicates')}>{replies.duplicatesMenu}</Menu.Item>
          <Menu.Item onClick={() => onForm('cause')}>{causes.menu}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={onCharges}>{charges.menu}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
