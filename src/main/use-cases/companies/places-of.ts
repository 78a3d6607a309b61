/** Where the files of a company lie, for the jobs that open them. */
import type { OpenCompany } from './open-company.ts';

/** Where a job finds the company's files. */
export function placesOf(company: OpenCompany) {
  return {
    companyKey: company.key,
    ledgerPath: company.folder.ledgerPath,
    companyPath: company.folder.path,
    backupsPath: company.folder.backupsPath,
  };
}
