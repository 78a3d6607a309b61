/** The menu of a row, at the pointer (right click) or under the row (Shift+F10). */
import { Menu } from '@mantine/core';
import { KeyHint } from '../key-hint.tsx';
import type { MenuEntry } from './table-types.ts';

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly entries: readonly MenuEntry[];
}

export function RowMenu(props: {
  readonly place: MenuPlace | null;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const { place, label, onClose } = props;
  if (place === null) return null;
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal returnFocus trapFocus>
      <Menu.Target>
        <span
          aria-hidden
          style={{ position: 'fixed', left: place.x, top: place.y, width: 1, height: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {place.entries.map((entry) => (
          <Menu.Item
            key={entry.label}
            leftSection={entry.icon}
            rightSection={entry.keys === undefined ? undefined : <KeyHint keys={entry.keys} />}
            {...(entry.isDanger === true && { color: 'danger' })}
            onClick={() => {
              onClose();
              entry.run();
            }}
          >
            {entry.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
