/** An agreement as its paper says it. */
import type { Language } from '../../../shared/format/language.ts';
import { agreementPaperText } from '../../../shared/text/agreement-paper.ts';
import { readCustomerInFull } from '../../ledger/views/customers.ts';
import type { AgreementPaper } from '../../reports/agreement/agreement-paper.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { addressLinesOf, issuerOf } from '../reports/statement-of.ts';
import { readLogo } from '../settings/settings-routes.ts';
import { recordOf } from './agreement-rows.ts';

/** The paper and the name of its file; null for an agreement that is none of the company's. */
export async function agreementPaper(
  company: OpenCompany,
  portfolio: Portfolio,
  wanted: { readonly agreementId: number; readonly language: Language },
): Promise<{ readonly paper: AgreementPaper; readonly fileName: string } | null> {
  const { agreementId, language } = wanted;
  const account = [...portfolio.accounts.values()].find(({ judgedAgreements }) =>
    judgedAgreements.some(({ agreement }) => agreement.agreementId === agreementId),
  );
  if (account === undefined) return null;
  const { record, agreements } = account;
  const own = recordOf(agreements, agreementId);
  const full = company.ledger.read((reader) => readCustomerInFull(reader, record.customerId));
  if (full === null) return null;
  const { settings } = portfolio;
  const { logoFileId, city } = settings.identity;
  const logo = logoFileId === null ? null : await readLogo(company.folder.filesPath, logoFileId);
  const { kind, agreedOn, answerBy, currency, waivedCents, noticeDays, isInterestKept } = own;
  return {
    fileName: `${agreementPaperText[language].fileNames[kind]} ${record.code} ${agreedOn}.pdf`,
    paper: {
      kind,
      language,
      issuer: issuerOf(settings, logo),
      city,
      customer: {
        code: record.code,
        name: record.name,
        siren: record.siren ?? '',
        addressLines: addressLinesOf(full),
      },
      agreedOn,
      answerBy,
      currency,
      items: own.items.map(({ documentNumber, dueDate, amountCents }) => ({
        documentNumber: documentNumber ?? '',
        dueDate,
        amountCents,
      })),
      parts: own.parts,
      waivedCents,
      noticeDays,
      isInterestKept,
    },
  };
}
