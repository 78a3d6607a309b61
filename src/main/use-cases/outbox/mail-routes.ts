/** The procedures of `outbox` that set a mail account up: consents, secrets, a test to oneself. */
import { mailAccountText } from '../../../shared/text/mail-account.ts';
import { api, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { beginConsent, cancelConsent, consentStanding, forgetStanding } from './consents.ts';
import { deliveryOf } from './deliveries.ts';
import { mailSecretName } from './mail-account.ts';
import { sendTestMail } from './test-mail.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds them. */
export function mailRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    setClientSecret: api.outbox.setClientSecret.handler(async (options) => {
      const { input, context: call, errors } = options;
      const company = open(call);
      const { commandId, secret } = input;
      const name = mailSecretName(company, 'client');
      if (secret === '') await context.secrets.remove(name);
      else await context.secrets.write(name, secret);
      // The journal says that it was changed, never what it is.
      const payload = { isSet: secret !== '' };
      const entry = { commandId, kind: 'mail_client_secret_set', customerId: null, payload };
      return recordCommand(company, entry, errors, () => ({}));
    }),
    beginConsent: api.outbox.beginConsent.handler(async ({ context: call, errors }) => {
      const begun = await beginConsent(context, open(call));
      if (!begun.isDone) throw errors[begun.refusal](NO_DETAIL);
      return begun.value;
    }),
    consentState: api.outbox.consentState.handler(({ context: call }) => {
      const standing = consentStanding(context, open(call));
      const words = mailAccountText[context.settings.read().language].consent;
      return standing.state === 'refused'
        ? {
            state: standing.state,
            sentence: words[standing.problem.code],
            detail: standing.problem.text,
          }
        : { state: standing.state, sentence: words[standing.state], detail: '' };
    }),
    cancelConsent: api.outbox.cancelConsent.handler(({ context: call }) => {
      cancelConsent(context, open(call));
      return {};
    }),
    forgetConsent: api.outbox.forgetConsent.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      forgetStanding(context, company);
      await context.secrets.remove(mailSecretName(company, 'token'));
      deliveryOf(context, company).restart();
      const { commandId } = input;
      const entry = { commandId, kind: 'mail_consent_forgotten', customerId: null, payload: {} };
      return recordCommand(company, entry, errors, () => ({}));
    }),
    testMail: api.outbox.testMail.handler(async ({ input, context: call, errors }) => {
      const sent = await sendTestMail(context, open(call), input);
      if (!sent.isDone) throw errors[sent.refusal](NO_DETAIL);
      return sent.value;
    }),
  };
}
