/**
 * The lists of one screen, side by side.
 *
 *     <ScreenTabs label="Listes" value={tab} onChange={setTab}
 *       tabs={[{ value: 'promises', label: 'Promesses' }, …]}>…the list of the tab…</ScreenTabs>
 *
 * It fills the height it is given, and its content fills what the tabs leave.
 */
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export function ScreenTabs<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly children: ReactNode;
}) {
  const { label, value, tabs, onChange, children } = props;
  const choose = (chosen: string | null) => {
    const tab = tabs.find((one) => one.value === chosen);
    if (tab !== undefined) onChange(tab.value);
  };
  return (
    <Tabs value={value} onChange={choose} className={styles.tabs}>
      <Tabs.List aria-label={label} data-print="never">
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={value} className={styles.panel}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
