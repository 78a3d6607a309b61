/** The screens of the side bar, in its order: their path, their name, the key after `g`. */
import {
  IconBuildingBank,
  IconChartBar,
  IconChartDots,
  IconFileImport,
  IconFlag,
  IconHandStop,
  IconLayoutDashboard,
  IconMailForward,
  IconPhone,
  IconRoute,
  IconSettings,
  IconTable,
  IconUsers,
} from '@tabler/icons-react';
import type { frameText } from '../../shared/text/screens/frame.ts';

export type ScreenPath =
  | '/dashboard'
  | '/priorities'
  | '/customers'
  | '/reminders'
  | '/calls'
  | '/promises'
  | '/receipts'
  | '/aged-balance'
  | '/forecast'
  | '/analysis'
  | '/imports'
  | '/scenarios'
  | '/settings';

type Word = keyof (typeof frameText)['fr'];

export interface ScreenEntry {
  readonly path: ScreenPath;
  readonly word: Extract<
    Word,
    | 'dashboard'
    | 'priorities'
    | 'customers'
    | 'reminders'
    | 'calls'
    | 'promises'
    | 'receipts'
    | 'agedBalance'
    | 'forecast'
    | 'analysis'
    | 'imports'
    | 'scenarios'
    | 'settings'
  >;
  readonly icon: typeof IconFlag;
  /** Pressed after `g`. */
  readonly key?: string;
}

export const SCREENS: readonly ScreenEntry[] = [
  { path: '/dashboard', word: 'dashboard', icon: IconLayoutDashboard, key: 'b' },
  { path: '/priorities', word: 'priorities', icon: IconFlag, key: 'p' },
  { path: '/customers', word: 'customers', icon: IconUsers, key: 'c' },
  { path: '/reminders', word: 'reminders', icon: IconMailForward, key: 'r' },
  { path: '/calls', word: 'calls', icon: IconPhone, key: 'a' },
  { path: '/promises', word: 'promises', icon: IconHandStop },
  { path: '/receipts', word: 'receipts', icon: IconBuildingBank, key: 'e' },
  { path: '/aged-balance', word: 'agedBalance', icon: IconTable },
  { path: '/forecast', word: 'forecast', icon: IconChartBar, key: 'f' },
  { path: '/analysis', word: 'analysis', icon: IconChartDots, key: 'n' },
  { path: '/imports', word: 'imports', icon: IconFileImport },
  { path: '/scenarios', word: 'scenarios', icon: IconRoute, key: 's' },
  { path: '/settings', word: 'settings', icon: IconSettings },
];
