/** Who the sample company is: its letterhead and its bank details, all invented. */

import { appendEntry } from '../../ledger/journal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { recordSetting } from '../../ledger/stores/settings.ts';
import type { SampleCompany } from '../../sample/sample-company.ts';
import { DEFAULT_SETTINGS } from '../../use-cases/settings/settings-in-force.ts';

/** The IBAN is the one printed in the standard's own example. */
const BANK = { iban: 'FR14 2004 1010 0505 0001 3M02 606', bic: 'PSSTFRPPXXX', bankName: '' };

export async function recordSampleIdentity(
  ledger: Ledger,
  identity: SampleCompany['identity'],
): Promise<void> {
  await ledger.write((writer) => {
    const entryId = appendEntry(writer, {
      kind: 'settings_changed',
      customerId: null,
      commandId: null,
      payload: { identity },
    });
    recordSetting(writer, entryId, {
      name: 'identity',
      value: { ...DEFAULT_SETTINGS.identity, ...identity },
    });
    recordSetting(writer, entryId, { name: 'bank', value: { ...BANK, holder: identity.name } });
  });
}
