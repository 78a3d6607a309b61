/** The procedures of `outbox` for the mailbox that replies come to. */
import { isOffline } from '../../../shared/domain/mail/mailbox-fault.ts';
import { mailboxAdvice, mailboxText } from '../../../shared/text/mailbox.ts';
import {
  fileIncomingMail,
  loadIncomingMail,
  loadWaitingMails,
} from '../../ledger/stores/incoming.ts';
import { readReplies } from '../../ledger/views/outbox.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { mailSecretName } from '../outbox/mail-account.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { incomingAccount } from './incoming-account.ts';
import { forgetMailboxProblem, mailboxStanding, readMailbox } from './read-mailbox.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds them. */
export function incomingRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  const language = () => context.settings.read().language;
  const { secrets } = context;
  return {
    incomingStatus: api.outbox.incomingStatus.handler(async ({ context: call }) => {
      const company = open(call);
      const { lastReadAt, problem, underWay } = mailboxStanding(context, company);
      const advice = problem === null ? null : mailboxAdvice(problem, language());
      const counted = company.ledger.read((reader) => ({
        waitingCount: loadWaitingMails(reader).length,
        unreadCount: readReplies(reader, null).filter(({ isRead }) => isRead === 0).length,
        isOn: settingsInForce(reader).incoming.isOn,
      }));
      return {
        ...counted,
        isSample: company.folder.isSample,
        hasPassword: (await secrets.read(mailSecretName(company, 'incoming'))) !== null,
        hasToken: (await secrets.read(mailSecretName(company, 'token'))) !== null,
        secretStore: await secrets.store(),
        isReading: underWay !== null,
        lastReadAt,
        sentence: advice === null ? '' : `${advice.said} ${advice.toDo}`,
        isOffline: problem !== null && isOffline(problem),
      };
    }),
    setIncomingPassword: api.outbox.setIncomingPassword.handler(async (options) => {
      const { input, context: call, errors } = options;
      const company = open(call);
      const { commandId, password } = input;
      const name = mailSecretName(company, 'incoming');
      if (password === '') await secrets.remove(name);
      else await secrets.write(name, password);
      forgetMailboxProblem(context, company);
      // The journal says that it was changed, never what it is.
      const payload = { isSet: password !== '' };
      const entry = { commandId, kind: 'incoming_password_set', customerId: null, payload };
      return recordCommand(company, entry, errors, () => ({}));
    }),
    checkIncoming: api.outbox.checkIncoming.handler(async ({ context: call }) => {
      const company = open(call);
      const words = mailboxText[language()];
      const account = incomingAccount(company);
      if (account === null) {
        const { said, toDo } = words.notSet;
        return { isOk: false, sentence: said, advice: toDo, detail: '' };
      }
      const tried = await context.mailbox.check(account, secrets);
      if (tried.isDone) {
        forgetMailboxProblem(context, company);
        const { messageCount, folders } = tried.value;
        const sentence = words.opened(account.folder, messageCount);
        return { isOk: true, sentence, advice: '', detail: words.folders(folders) };
      }
      const { said, toDo } = mailboxAdvice(tried.refusal, language());
      return { isOk: false, sentence: said, advice: toDo, detail: tried.refusal.text };
    }),
    readIncoming: api.outbox.readIncoming.handler(async ({ context: call, errors }) => {
      const company = open(call);
      const account = incomingAccount(company);
      if (account === null) throw errors.mail_not_set(NO_DETAIL);
      const end = await readMailbox(context, company, account);
      if (end.isDone) {
        const { replyCount, waitingCount } = end.value;
        const sentence = mailboxText[language()].read(replyCount, waitingCount);
        return { isOk: true, sentence, replyCount, waitingCount };
      }
      const { said, toDo } = mailboxAdvice(end.refusal, language());
      return { isOk: false, sentence: `${said} ${toDo}`, replyCount: 0, waitingCount: 0 };
    }),
    waitingMails: api.outbox.waitingMails.handler(({ context: call }) =>
      open(call)
        .ledger.read(loadWaitingMails)
        .map(({ incomingId, day, sender, subject }) => ({ incomingId, day, sender, subject })),
    ),
    fileMail: api.outbox.fileMail.handler(({ input, context: call, errors }) => {
      const { commandId, incomingId, isAside } = input;
      const payload = { incomingId, isAside };
      const entry = { commandId, kind: 'mail_laid_aside', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const known = loadIncomingMail(writer, incomingId);
        if (known === null || known.state === 'reply') throw new CommandRefused('mail_unknown');
        const state = isAside ? 'aside' : 'waiting';
        fileIncomingMail(writer, entryId, { incomingId, state, replyId: null });
        return {};
      });
    }),
  };
}
