/** The header: name of the screen, search, freshness of what is shown, company, scheme. */
import {
  ActionIcon,
  Menu,
  Tooltip,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import {
  IconBuilding,
  IconCheck,
  IconChevronDown,
  IconMoon,
  IconPlugConnectedX,
  IconPlus,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { formatDate } from '../../shared/format/date.ts';
import { frameText } from '../../shared/text/screens/frame.ts';
import { useStreamState } from '../api/connection.tsx';
import { Badge } from '../parts/badge.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { useText, useToday } from '../parts/reader.tsx';
import { openSearch } from '../screens/search/search-box.tsx';
import { useCompanySwitch } from './company-switch.ts';
import { FreshnessChip } from './freshness-chip.tsx';
import styles from './header.module.css';
import { SCREENS } from './screens.ts';

export function Header() {
  const words = useText(frameText);
  const today = useToday();
  const path = useLocation({ select: (location) => location.pathname });
  const screen = SCREENS.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  const isFile = /^\/customers\/\d+/.test(path);
  const title = isFile ? words.customer : screen === undefined ? '' : words[screen.word];
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      <UnstyledButton className={styles.search} onClick={openSearch} data-print="never">
        <IconSearch size={15} stroke={1.6} aria-hidden />
        <span className={styles.searchWord}>{words.search}</span>
        <KeyHint keys="Ctrl K" />
      </UnstyledButton>
      <span className={styles.printedOn}>{words.printedOn(formatDate(today))}</span>
      <div className={styles.end}>
        <StreamChip />
        <FreshnessChip />
        <CompanyMenu />
        <SchemeToggle />
      </div>
    </header>
  );
}

function StreamChip() {
  const words = useText(frameText);
  if (useStreamState() !== 'lost') return null;
  return (
    <span role="status">
      <Badge tone="danger" icon={<IconPlugConnectedX />} title={words.offlineHint}>
        {words.offline}
      </Badge>
    </span>
  );
}

function CompanyMenu() {
  const words = useText(frameText);
  const { companies, current, open, add } = useCompanySwitch();
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={styles.company} title={words.company}>
          <IconBuilding size={15} stroke={1.6} aria-hidden />
          <span className={styles.companyName}>{current?.name}</span>
          {current?.isSample === true && <Badge tone="amber">{words.sample}</Badge>}
          <IconChevronDown size={13} stroke={1.8} aria-hidden data-print="never" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.companies}</Menu.Label>
        {companies.map((company) => (
          <Menu.Item
            key={company.key}
            onClick={() => open(company.key)}
            leftSection={
              company.key === current?.key ? <IconCheck size={14} stroke={2} /> : <span />
            }
            rightSection={company.isSample ? <Badge tone="amber">{words.sample}</Badge> : null}
          >
            {company.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={14} stroke={1.8} />} onClick={add}>
          {words.addCompany}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeToggle() {
  const words = useText(frameText);
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = isDark ? words.toLight : words.toDark;
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        data-print="never"
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? <IconSun size={17} stroke={1.5} /> : <IconMoon size={17} stroke={1.5} />}
      </ActionIcon>
    </Tooltip>
  );
}
