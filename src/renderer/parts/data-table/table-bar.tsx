/**
 * The tools of a table, at the end of the line above it: count, columns, saved views, Excel.
 * What narrows the list (`FilterChip`, a search field) stands at the beginning of the same line.
 */
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Menu,
  Popover,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconBookmark, IconColumns3, IconTableExport, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { partsText } from '../../../shared/text/screens/parts.ts';
import { Dialog } from '../dialog.tsx';
import { useText } from '../reader.tsx';
import styles from './table-bar.module.css';
import type { TableState } from './table-state.ts';
import type { ColumnName } from './table-types.ts';

export interface SavedViews {
  readonly views: readonly { readonly viewId: number; readonly name: string }[];
  readonly onApply: (viewId: number) => void;
  readonly onSave: (name: string) => void;
  readonly onRemove: (viewId: number) => void;
}

export interface TableToolsProps {
  readonly columns: readonly ColumnName[];
  readonly state: TableState;
  readonly views?: SavedViews;
  /** Told which columns show, in order. */
  readonly onExport?: (columns: readonly string[]) => void;
  readonly isExporting?: boolean;
}

export function TableTools(props: TableToolsProps) {
  const { columns, state, views, onExport, isExporting = false } = props;
  const words = useText(partsText);
  const shown = columns.filter((column) => !state.hidden.has(column.id));
  return (
    <div className={styles.tools} data-print="never">
      {views !== undefined && <ViewsMenu {...views} />}
      <ColumnsMenu columns={columns} state={state} />
      {onExport !== undefined && (
        <Tooltip label={words.excelHint}>
          <Button
            leftSection={<IconTableExport size={15} stroke={1.6} />}
            loading={isExporting}
            onClick={() => onExport(shown.map((column) => column.id))}
          >
            {words.excel}
          </Button>
        </Tooltip>
      )}
    </div>
  );
}

function ColumnsMenu({ columns, state }: { columns: readonly ColumnName[]; state: TableState }) {
  const words = useText(partsText);
  const toggle = (id: string) => {
    const hidden = new Set(state.hidden);
    if (!hidden.delete(id)) hidden.add(id);
    state.setHidden(hidden);
  };
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={15} stroke={1.6} />}>{words.columns}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.columns}>
        <div className={styles.choices}>
          {columns
            .filter((column) => column.isFixed !== true)
            .map((column) => (
              <Checkbox
                key={column.id}
                label={column.label}
                checked={!state.hidden.has(column.id)}
                onChange={() => toggle(column.id)}
              />
            ))}
          <Button variant="subtle" onClick={state.reset}>
            {words.resetColumns}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function ViewsMenu({ views, onApply, onSave, onRemove }: SavedViews) {
  const words = useText(partsText);
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconBookmark size={15} stroke={1.6} />}>{words.views}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{words.noView}</Menu.Label>}
          {views.map((view) => (
            <div key={view.viewId} className={styles.view}>
              <Menu.Item onClick={() => onApply(view.viewId)}>{view.name}</Menu.Item>
              <ActionIcon
                size={24}
                aria-label={words.removeView(view.name)}
                onClick={() => onRemove(view.viewId)}
              >
                <IconX size={14} stroke={1.6} />
              </ActionIcon>
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{words.saveView}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog isOpen={isNaming} title={words.newView} size={380} onClose={() => setNaming(false)}>
        <NameForm
          onName={(name) => {
            setNaming(false);
            onSave(name);
          }}
        />
      </Dialog>
    </>
  );
}

function NameForm({ onName }: { readonly onName: (name: string) => void }) {
  const words = useText(partsText);
  const [name, setName] = useState('');
  const isNamed = name.trim() !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) onName(name.trim());
      }}
    >
      <TextInput
        label={words.viewName}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" variant="filled" disabled={!isNamed}>
          {words.save}
        </Button>
      </Group>
    </form>
  );
}
