/** What a person changed in a message, from the window to the words. */
import type { NoticeEdit } from '../../../shared/contract/dunning.ts';
import type { DraftEdit } from '../messages/draft.ts';
import { NO_DRAFT_EDIT } from '../messages/draft.ts';

/** Null changes nothing. */
export function draftEditOf(edit: NoticeEdit | null): DraftEdit {
  if (edit === null) return NO_DRAFT_EDIT;
  const { subject, body, freeSentence, recipient, withoutReceivableIds } = edit;
  return { subject, body, freeSentence, to: recipient, withoutReceivableIds };
}
