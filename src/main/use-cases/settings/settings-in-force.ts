/** The company's settings: what was set, section by section, over the defaults of the domain. */
import { OUTGOING_DEFAULTS } from '../../../shared/contract/dunning-settings.ts';
import { type Settings, settingsSchema } from '../../../shared/contract/settings.ts';
import { BUSINESS_CALENDAR_DEFAULTS } from '../../../shared/domain/calendar/business-calendar.ts';
import { FRESHNESS_DEFAULTS } from '../../../shared/domain/freshness/freshness.ts';
import { GRACE_DEFAULTS } from '../../../shared/domain/freshness/lateness.ts';
import { FIGURE_CONVENTIONS } from '../../../shared/domain/metrics/read-indicators.ts';
import { PAYER_DEFAULTS } from '../../../shared/domain/payer/payer-settings.ts';
import { PRIORITY_WEIGHTS } from '../../../shared/domain/priority/priority-weights.ts';
import { MATCH_FIRST_SHARE_BASIS_POINTS } from '../../../shared/domain/receivable/verdict.ts';
import { FALLBACK_TERMS } from '../../ledger/interpretation/terms-in-force.ts';
import type { Reader } from '../../ledger/session.ts';
import { loadSettings } from '../../ledger/stores/settings.ts';

/** What holds until the user sets it otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  identity: {
    name: '',
    siren: '',
    vatNumber: '',
    legalForm: '',
    capital: '',
    registryTown: '',
    mediator: '',
    address: '',
    postalCode: '',
    city: '',
    phone: '',
    email: '',
    website: '',
    logoFileId: null,
    timeZone: 'Europe/Paris',
    language: 'fr',
  },
  bank: { holder: '', iban: '', bic: '', bankName: '' },
  ageing: { bracketDays: [30, 60, 90] },
  terms: { defaultTerms: FALLBACK_TERMS, capsAreChecked: true },
  thresholds: { matchFirstShareBasisPoints: MATCH_FIRST_SHARE_BASIS_POINTS },
  freshness: FRESHNESS_DEFAULTS,
  grace: GRACE_DEFAULTS,
  calendar: { isAlsaceMoselle: BUSINESS_CALENDAR_DEFAULTS.hasAlsaceMoselle },
  priority: PRIORITY_WEIGHTS,
  payers: PAYER_DEFAULTS,
  dunning: { ...OUTGOING_DEFAULTS.dunning },
  mail: OUTGOING_DEFAULTS.mail,
  incoming: OUTGOING_DEFAULTS.incoming,
  letters: OUTGOING_DEFAULTS.letters,
  team: { collaborators: [], defaultSenderKey: '' },
  charges: OUTGOING_DEFAULTS.charges,
  calls: OUTGOING_DEFAULTS.calls,
  figures: FIGURE_CONVENTIONS,
  intake: { watchedFolder: '' },
  customerAccounts: { prefixes: ['41'] },
};

/** Settings as they stand. A stored section of another shape (an older build) falls back alone. */
export function settingsInForce(reader: Reader): Settings {
  const stored = loadSettings(reader);
  const sections = Object.entries(DEFAULT_SETTINGS).map(([name, fallback]) => {
    const value = stored.get(name);
    if (!isObject(value) || !isObject(fallback)) return [name, fallback] as const;
    const section = settingsSchema.shape[name as keyof Settings];
    const parsed = section.safeParse({ ...fallback, ...value });
    return [name, parsed.success ? parsed.data : fallback] as const;
  });
  return settingsSchema.parse(Object.fromEntries(sections));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
