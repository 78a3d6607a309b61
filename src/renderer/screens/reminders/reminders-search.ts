/** What the address of the reminders holds: the tab, what narrows it, and what is open beside. */
import { remindersSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';

export const TABS = ['today', 'left_out', 'outbox', 'replies', 'dry_run', 'start'] as const;
export const KINDS = ['messages', 'letters', 'tasks'] as const;
export type Kind = (typeof KINDS)[number];

export function useRemindersSearch() {
  return useScreenSearch(remindersSearch);
}
