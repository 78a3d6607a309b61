/** The screens, with the count of what waits beside; reduced to icons for who wants the room. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { formatCount } from '../../shared/format/number.ts';
import { frameText } from '../../shared/text/screens/frame.ts';
import { useApi, useConnection } from '../api/connection.tsx';
import { useLanguage, useText } from '../parts/reader.tsx';
import { shownDisplay } from '../theme/display.ts';
import { SCREENS, type ScreenEntry } from './screens.ts';
import styles from './side-bar.module.css';

export function SideBar() {
  const words = useText(frameText);
  const { keepDisplay } = useConnection();
  const [isNarrow, setIsNarrow] = useState(() => shownDisplay().isSideBarNarrow);
  const setNarrow = (isSideBarNarrow: boolean) => {
    setIsNarrow(isSideBarNarrow);
    keepDisplay({ isSideBarNarrow });
  };
  const waiting = useWaiting();
  const Icon = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const fold = isNarrow ? words.expand : words.collapse;
  return (
    <nav
      className={styles.bar}
      data-narrow={isNarrow || undefined}
      data-print="never"
      aria-label={words.navigation}
    >
      <div className={styles.brand}>
        {isNarrow ? <Mark /> : <Brand />}
        {!isNarrow && (
          <Tooltip label={fold}>
            <ActionIcon size={24} aria-label={fold} onClick={() => setNarrow(true)}>
              <Icon size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <ul className={styles.list}>
        {SCREENS.map((screen) => (
          <li key={screen.path} data-last={screen.path === '/settings' || undefined}>
            <Entry screen={screen} isNarrow={isNarrow} count={waiting[screen.path] ?? 0} />
          </li>
        ))}
      </ul>
      {isNarrow && (
        <Tooltip label={fold} position="right">
          <ActionIcon className={styles.unfold} aria-label={fold} onClick={() => setNarrow(false)}>
            <Icon size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      )}
    </nav>
  );
}

function Mark() {
  return (
    <span className={styles.mark} aria-hidden>
      <svg viewBox="0 0 16 16" width="16" height="16" role="presentation">
        <path
          d="M3 4h10M3 8h6M3 12h10"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
    </span>
  );
}

function Brand() {
  return (
    <span className={styles.name}>
      <Mark />
      Encours
    </span>
  );
}

function Entry(props: { screen: ScreenEntry; isNarrow: boolean; count: number }) {
  const { screen, isNarrow, count } = props;
  const words = useText(frameText);
  const language = useLanguage();
  const path = useLocation({ select: (location) => location.pathname });
  const isCurrent = path === screen.path || path.startsWith(`${screen.path}/`);
  const Icon = screen.icon;
  const name = words[screen.word];
  const written = formatCount(count, { language });
  return (
    <Tooltip label={name} position="right" disabled={!isNarrow}>
      <Link
        to={screen.path}
        search={{}}
        className={styles.entry}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <Icon size={17} stroke={1.6} aria-hidden />
        <span className={styles.label}>{name}</span>
        {count > 0 && (
          <span className={styles.count}>
            <span aria-hidden>{written}</span>
            <span className={styles.spoken}>{words.waiting(written)}</span>
          </span>
        )}
      </Link>
    </Tooltip>
  );
}

/** What waits behind an entry: messages, replies, late tasks, promises to look at, receipts. */
function useWaiting(): Partial<Record<ScreenEntry['path'], number>> {
  const api = useApi();
  const { data } = useQuery(api.query.overview.waiting.queryOptions());
  if (data === undefined) return {};
  return {
    '/reminders': data.messageCount + data.replyCount,
    '/calls': data.callBackCount + data.tasksDueCount,
    '/promises': data.brokenCount + data.toVerifyCount + data.agreedCount,
    '/receipts': data.toMatchCount,
    '/analysis': data.alertCount,
  };
}
