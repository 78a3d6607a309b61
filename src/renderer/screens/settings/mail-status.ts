/** What is known of the account's secrets and of its trial. */
import type { ApiClient } from '../../api/client.ts';

export type MailStatus = Awaited<ReturnType<ApiClient['outbox']['mailStatus']>>;
