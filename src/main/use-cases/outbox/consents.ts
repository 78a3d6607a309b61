/** Consents that a user is giving to Microsoft or Google: one at a time for each company. */
import type { MailSettings } from '../../../shared/contract/dunning-settings.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { done, refused } from '../../../shared/kernel/result.ts';
import type { ConsentProblem, ConsentUnderWay } from '../../ports/mail-consent.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { deliveryOf } from './deliveries.ts';
import { loginOf } from './mail-account.ts';

export type ConsentStanding =
  | { readonly state: 'none' | 'waiting' | 'given' }
  | { readonly state: 'refused'; readonly problem: ConsentProblem };

interface Asked {
  readonly underWay: ConsentUnderWay;
  standing: ConsentStanding;
}

const asked = new WeakMap<AppContext, Map<string, Asked>>();

/** Opens the way back and gives the page to be shown; what was asked before is given up. */
export async function beginConsent(
  context: AppContext,
  company: OpenCompany,
): Promise<Result<{ readonly address: string }, 'client_missing'>> {
  const { mail, incoming } = company.ledger.read(settingsInForce);
  const login = isProvider(mail) ? loginOf(company, mail) : null;
  if (login?.kind !== 'oauth' || login.client.clientId === '') return refused('client_missing');
  cancelConsent(context, company);
  const { client, user, secretName } = login;
  const alsoReads = incoming.isOn && incoming.login === 'consent';
  const asking = { client: { ...client, alsoReads }, user, secretName };
  const underWay = await context.consents.begin(asking, context.secrets);
  const own: Asked = { underWay, standing: { state: 'waiting' } };
  consentsOf(context).set(company.key, own);
  void underWay.finished.then((end) => {
    own.standing = end.isDone ? { state: 'given' } : { state: 'refused', problem: end.refusal };
    // What the account was refused for may be over.
    if (end.isDone) deliveryOf(context, company).restart();
  });
  return done({ address: underWay.address });
}

/** How the last consent asked for stands. */
export function consentStanding(context: AppContext, company: OpenCompany): ConsentStanding {
  return consentsOf(context).get(company.key)?.standing ?? { state: 'none' };
}

/** Closes the way back; without effect once the answer came. */
export function cancelConsent(context: AppContext, company: OpenCompany): void {
  consentsOf(context).get(company.key)?.underWay.cancel();
}

/** Forgets how the last one ended. */
export function forgetStanding(context: AppContext, company: OpenCompany): void {
  cancelConsent(context, company);
  consentsOf(context).delete(company.key);
}

/** Closes every way back: the program ends. */
export function closeConsents(context: AppContext): void {
  for (const { underWay } of consentsOf(context).values()) underWay.cancel();
}

function consentsOf(context: AppContext): Map<string, Asked> {
  const known = asked.get(context) ?? new Map<string, Asked>();
  asked.set(context, known);
  return known;
}

function isProvider({ login }: MailSettings): boolean {
  return login === 'microsoft' || login === 'google';
}
