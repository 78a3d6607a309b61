/** Reading a dropped mail, in the job thread where readers live. */
import type { ReceivedMail } from '../../../shared/domain/mail/received-mail.ts';
import { jobKey } from '../../ports/jobs.ts';

export interface MailFileInput {
  readonly path: string;
}

/** Refuses with `not_a_mail` or `mail_file_too_large`. */
export const mailFileJob = jobKey<MailFileInput, ReceivedMail>('mail_file');
