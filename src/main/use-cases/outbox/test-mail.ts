/**
 * A reminder sent to oneself: built by the same job as all others, sent by the account in use, and
 * named in the journal. It claims no item, moves no level and is no message of the outbox.
 */
import type { MessageFacts } from '../../../shared/domain/message/message.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { mailAccountText } from '../../../shared/text/mail-account.ts';
import { appendEntry } from '../../ledger/journal.ts';
import { exampleFacts } from '../../message/example-facts.ts';
import { writeMessage } from '../../message/write-message.ts';
import type { MailEnvelope } from '../../ports/mailer.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { NO_CHOICE, readDunningFacts } from '../dunning/dunning-facts.ts';
import { companyPlan } from '../dunning/plan-keeper.ts';
import { keptFile } from '../files/kept-files.ts';
