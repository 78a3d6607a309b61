/** The company that writes, and the person who signs, as every message and letter names them. */
import type { Settings } from '../../../shared/contract/settings.ts';
import { companyMentions } from '../../../shared/domain/company/mentions.ts';
import { type Severity, severityRank } from '../../../shared/domain/dunning/severity.ts';
import type {
  MessageIssuer,
  MessageSender,
  Picture,
} from '../../../shared/domain/message/message.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { readLogo } from '../settings/settings-routes.ts';

/** The company with its logo and what C. com. R123-237 asks a business letter to state. */
export async function messageIssuer(
  company: OpenCompany,
  settings: Settings,
): Promise<MessageIssuer> {
  const { identity, bank } = settings;
  return {
    name: identity.name,
    mentions: mentionsOf(settings),
    addressLines: addressLines(identity),
    city: identity.city,
    phone: identity.phone,
    email: identity.email,
    website: identity.website,
    logo: await logoOf(company, settings),
    mediator: identity.mediator,
    bank: { holder: bank.holder, iban: bank.iban, bic: bank.bic, bankName: bank.bankName },
  };
}

/**
 * Who signs: the person of that key, else the one of the settings, else the company itself. Nobody
 * signs a level above his own; `severity` null is a message that moves none.
 */
export function messageSender(
  settings: Settings,
  senderKey: string | null,
  severity: Severity | null = null,
): MessageSender {
  const { collaborators, defaultSenderKey } = settings.team;
  const named = [senderKey, defaultSenderKey].flatMap(
    (key) =>
      collaborators.find(
        ({ senderKey: own, highestSeverity }) =>
          own === key && severityRank(severity) <= severityRank(highestSeverity),
      ) ?? [],
  );
  const [person] = named;
  const { identity, mail } = settings;
  if (person === undefined) {
    return {
      name: mail.fromName === '' ? identity.name : mail.fromName,
      title: '',
      email: mail.fromAddress === '' ? identity.email : mail.fromAddress,
      phone: identity.phone,
    };
  }
  const { name, title, email, phone } = person;
  return { name, title, email, phone: phone === '' ? identity.phone : phone };
}

/** The legal mentions on one line, the seat among them. */
export function mentionsOf({ identity }: Settings): string {
  return companyMentions(identity, addressLines(identity));
}

function addressLines(identity: Settings['identity']): string[] {
  return [...identity.address.split('\n'), `${identity.postalCode} ${identity.city}`.trim()].filter(
    (line) => line !== '',
  );
}

async function logoOf(company: OpenCompany, { identity }: Settings): Promise<Picture | null> {
  const { logoFileId } = identity;
  if (logoFileId === null) return null;
  const logo = await readLogo(company.folder.filesPath, logoFileId);
  if (logo === null) return null;
  const mediaType = logo.mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  return { mediaType, base64: logo.base64 };
}
