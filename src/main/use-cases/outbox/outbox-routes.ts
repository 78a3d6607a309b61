/** The procedures of `outbox`: what is on its way and what became of it, the mail account. */
import { writeFile } from 'node:fs/promises';
import type { DiagnosisStep } from '../../../shared/domain/mail/diagnosis.ts';
import type { MessageFacts } from '../../../shared/domain/message/message.ts';
import { mayBeCancelled, mayBecome } from '../../../shared/domain/outbox/notice-state.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { stepAdvice } from '../../../shared/text/mail.ts';
import {
  appendNoticeStep,
  builtFileOf,
  loadNotice,
  loadNoticeSteps,
} from '../../ledger/stores/notices.ts';
import { readEntryActors } from '../../ledger/views/entry-actors.ts';
import { readNotice, readNoticeItemsNow } from '../../ledger/views/outbox.ts';
import { messageHtml } from '../../message/html.ts';
import { inlinePictures } from '../../message/inline-pictures.ts';
import { messageText } from '../../message/text.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { readKeptFile } from '../files/kept-files.ts';
import { readDraft } from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { deliveryOf, pulseSoon } from './deliveries.ts';
import { mailAccount, mailFolder, mailSecretName } from './mail-account.ts';
import { noticeSentence } from './notice-sentence.ts';
import { noticeRow, outboxAnswer } from './outbox-rows.ts';
import { readinessOf } from './readiness.ts';
import { placeOf } from './sending-guards.ts';
import { recordSendingState, sendingState } from './sending-state.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds what concerns messages already approved. */
export function outboxRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  const open = (call: CallContext) => companyOf(context, call);
  return {
    list: api.outbox.list.handler(async ({ input, context: call }) => {
      const company = open(call);
      return outboxAnswer(context, company, await company.portfolio.read(), input);
    }),
    show: api.outbox.show.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const { noticeId } = input;
      const { settings } = await company.portfolio.read();
      const zone = settings.identity.timeZone;
      const found = company.ledger.read((reader) => {
        const row = readNotice(reader, noticeId);
        const notice = loadNotice(reader, noticeId);
        if (row === null || notice === null) return null;
        const steps = loadNoticeSteps(reader, noticeId);
        const actors = readEntryActors(
          reader,
          steps.map(({ entryId }) => entryId),
        );
        const items = readNoticeItemsNow(reader, noticeId);
        return {
          row,
          notice: notice.notice,
          steps,
          actors,
          items,
          sha256: builtFileOf(reader, noticeId),
        };
      });
      if (found === null) throw errors.notice_unknown(NO_DETAIL);
      const { row, notice, steps, actors, items, sha256 } = found;
      const said = { language: language(), zone };
      const issuer = await messageIssuer(company, settings);
      const draft = notice.facts === 'null' ? null : readDraft(notice.facts, issuer);
      const isMail = notice.channel === 'email';
      return {
        row: noticeRow(row, said.language, zone),
        steps: steps.map((step) => ({
          at: step.at,
          status: step.status,
          sentence: noticeSentence(
            { ...step, channel: notice.channel, tryAt: null },
            said.language,
            zone,
          ),
          actor: actors.get(step.entryId) ?? '',
        })),
        items: items.map(({ documentNumber, amountCents, severity, outstandingCents }) => ({
          documentNumber: documentNumber ?? '',
          amountCents,
          severity,
          outstandingCents,
        })),
        html: draft !== null && isMail ? await previewHtml(draft.content, draft.facts) : '',
        text: draft === null ? '' : messageText(draft.content, draft.facts),
        messageId: notice.messageId,
        sha256,
      };
    }),
    file: api.outbox.file.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const found = company.ledger.read((reader) => ({
        notice: loadNotice(reader, input.noticeId)?.notice ?? null,
        sha256: builtFileOf(reader, input.noticeId),
      }));
      if (found.notice === null) throw errors.notice_unknown(NO_DETAIL);
      const { filesPath } = company.folder;
      const bytes = found.sha256 === null ? null : await readKeptFile(filesPath, found.sha256);
      if (bytes === null) throw errors.file_missing(NO_DETAIL);
      const extension = found.notice.channel === 'email' ? 'eml' : 'pdf';
      const path = context.filesOut.newPath(extension);
      await writeFile(path, bytes);
      const fileName = `${found.notice.day}-${found.notice.noticeId}.${extension}`;
      const { fileId } = context.filesOut.offer({ path, fileName });
      return { fileId, fileName };
    }),
    callBack: api.outbox.callBack.handler(({ input, context: call, errors }) => {
      const { commandId, noticeIds, reason } = input;
      const entry = {
        commandId,
        kind: 'notices_called_back',
        customerId: null,
        payload: { noticeIds, reason },
      };
      return recordCommand(open(call), entry, errors, (writer) => {
        let cancelledCount = 0;
        for (const noticeId of noticeIds) {
          const known = loadNotice(writer, noticeId);
          if (known === null) throw new CommandRefused('notice_unknown');
          if (!mayBeCancelled(known.status)) continue;
          appendNoticeStep(writer, noticeId, { status: 'cancelled', detail: { reason } });
          cancelledCount += 1;
        }
        return { cancelledCount, leftCount: noticeIds.length - cancelledCount };
      });
    }),
    retry: api.outbox.retry.handler(async ({ input, context: call, errors }) => {
      const { commandId, noticeId } = input;
      const company = open(call);
      const entry = { commandId, kind: 'notice_retried', customerId: null, payload: { noticeId } };
      const answer = await recordCommand(company, entry, errors, (writer) => {
        const known = loadNotice(writer, noticeId);
        if (known === null) throw new CommandRefused('notice_unknown');
        const fileSha256 = builtFileOf(writer, noticeId);
        // What was never built is built first; what was leaves again as the same message.
        const status = fileSha256 === null ? 'approved' : 'built';
        if (!mayBecome(known.status, status)) throw new CommandRefused('notice_moved');
        const built = loadNoticeSteps(writer, noticeId).findLast((step) => step.status === 'built');
        const detail =
          built === undefined ? {} : (JSON.parse(built.detail) as Record<string, string>);
        appendNoticeStep(writer, noticeId, { status, fileSha256, detail });
        return {};
      });
      deliveryOf(context, company).restart();
      pulseSoon(context, company);
      return answer;
    }),
    resolveUncertain: api.outbox.resolveUncertain.handler(({ input, context: call, errors }) => {
      const { commandId, noticeId, wasSent, reason } = input;
      const entry = {
        commandId,
        kind: 'uncertain_resolved',
        customerId: null,
        payload: { noticeId, wasSent, reason },
      };
      return recordCommand(open(call), entry, errors, (writer) => {
        const known = loadNotice(writer, noticeId);
        if (known === null) throw new CommandRefused('notice_unknown');
        if (known.status !== 'uncertain') throw new CommandRefused('notice_moved');
        const detail = { kind: 'person', reason };
        appendNoticeStep(writer, noticeId, { status: wasSent ? 'sent' : 'failed', detail });
        return {};
      });
    }),
    setPaused: api.outbox.setPaused.handler(({ input, context: call, errors }) => {
      const { commandId, isPaused } = input;
      const entry = { commandId, kind: 'sending_paused', customerId: null, payload: { isPaused } };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        recordSendingState(writer, entryId, { isPaused });
        return {};
      });
    }),
    confirmSending: api.outbox.confirmSending.handler(({ input, context: call, errors }) => {
      const { commandId, reason } = input;
      const company = open(call);
      const place = placeOf(company);
      const entry = {
        commandId,
        kind: 'sending_confirmed',
        customerId: null,
        payload: { place, reason },
      };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        recordSendingState(writer, entryId, { toConfirm: null, place });
        return {};
      });
    }),
    readiness: api.outbox.readiness.handler(async ({ context: call }) => {
      const company = open(call);
      const conditions = company.ledger.read((reader) => readinessOf(reader, sendingState(reader)));
      const words = dunningBatchText[language()].conditions;
      return {
        isReady: company.folder.isSample || conditions.every(({ isMet }) => isMet),
        conditions: conditions.map(({ key, isMet, count }) => {
          const sentence = words[key];
          return {
            key,
            isMet,
            sentence: typeof sentence === 'string' ? sentence : sentence(count),
            mayBeAccepted: key === 'lettering_accepted' || key === 'test_received',
          };
        }),
      };
    }),
    acceptCondition: api.outbox.acceptCondition.handler(({ input, context: call, errors }) => {
      const { commandId, key, isAccepted } = input;
      const entry = {
        commandId,
        kind: 'condition_accepted',
        customerId: null,
        payload: { key, isAccepted },
      };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        recordSendingState(
          writer,
          entryId,
          key === 'lettering_accepted'
            ? { isLetteringAccepted: isAccepted }
            : { testReceivedOn: isAccepted ? writer.clock.today() : null },
        );
        return {};
      });
    }),
    mailStatus: api.outbox.mailStatus.handler(async ({ context: call }) => {
      const company = open(call);
      const { secrets } = context;
      return {
        hasPassword: (await secrets.read(mailSecretName(company, 'password'))) !== null,
        hasToken: (await secrets.read(mailSecretName(company, 'token'))) !== null,
        hasClientSecret: (await secrets.read(mailSecretName(company, 'client'))) !== null,
        secretStore: await secrets.store(),
        isSample: company.folder.isSample,
        folder: mailFolder(company),
        testedOn: company.ledger.read(sendingState).testReceivedOn,
      };
    }),
    setPassword: api.outbox.setPassword.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const { commandId, password } = input;
      const name = mailSecretName(company, 'password');
      if (password === '') await context.secrets.remove(name);
      else await context.secrets.write(name, password);
      deliveryOf(context, company).restart();
      // The journal says that it was changed, never what it is.
      const entry = {
        commandId,
        kind: 'mail_password_set',
        customerId: null,
        payload: { isSet: password !== '' },
      };
      return recordCommand(company, entry, errors, () => ({}));
    }),
    checkMail: api.outbox.checkMail.handler(async ({ context: call }) => {
      const company = open(call);
      const { mail, identity } = company.ledger.read(settingsInForce);
      const from = mail.fromAddress === '' ? identity.email : mail.fromAddress;
      const steps = await context.mailer.check(mailAccount(company), context.secrets, { from });
      deliveryOf(context, company).restart();
      return {
        steps: steps.map((step) => {
          const advice = stepAdvice(step, language());
          return {
            step: step.step,
            isOk: step.isDone,
            sentence: step.isDone ? step.seen : (advice?.said ?? ''),
            advice: advice?.toDo ?? '',
            detail: step.isDone ? '' : detailOf(step),
          };
        }),
      };
    }),
  };
}

async function previewHtml(
  content: Parameters<typeof messageHtml>[0],
  facts: MessageFacts,
): Promise<string> {
  return messageHtml(content, facts, {
    pictures: await inlinePictures(facts),
    addressOf: ({ mediaType, base64 }) => `data:${mediaType};base64,${base64}`,
  });
}

/** What was seen of a failed step, then the server's words. */
function detailOf({ seen, reply }: DiagnosisStep): string {
  const code = reply === null || reply.smtpCode === 0 ? '' : String(reply.smtpCode);
  return [seen, code, reply?.enhancedCode ?? '', reply?.text ?? '']
    .filter((part) => part !== '')
    .join(' ');
}
