/** Whether a message was handed over as a draft, and nobody said yet what became of it. */
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';

/** What its last step is called. */
export const EXPORTED = 'exported';

export function isExported(step: {
  readonly status: NoticeStatus;
  /** JSON, as the step recorded it. */
  readonly detail: string;
}): boolean {
  if (step.status !== 'uncertain') return false;
  return (JSON.parse(step.detail) as { readonly kind?: string }).kind === EXPORTED;
}
