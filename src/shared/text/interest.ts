/**
 * Late-payment interest and the 40 € in words: rates and what they are made of, why nothing runs,
 * which rate is missing, and the calculation sheet.
 */
import type { AppliedRate, MissingRate, RateBasis } from '../domain/interest/applied-rate.ts';
import type {
  ChargeDecision,
  DayCount,
  Imputation,
  InterestMode,
  RecoveryFeeUnit,
} from '../domain/interest/charge-settings.ts';
import type { ItemCharges } from '../domain/interest/charges.ts';
import type { NoInterestReason } from '../domain/interest/interest.ts';
import type { RateKind } from '../domain/interest/legal-rates.ts';
import type { NoFeeReason } from '../domain/interest/recovery-fee.ts';
import type { Semester } from '../domain/interest/semester.ts';
import type { Language } from '../format/language.ts';
import { formatRate } from '../format/number.ts';
import type { FigureStyle } from '../format/spaces.ts';
import { bilingual } from './bilingual.ts';

interface InterestWords {
  readonly semester: (year: string, half: 1 | 2) => string;
  readonly followedBy: string;
  readonly range: (lowest: string, highest: string) => string;
  readonly rates: Readonly<Record<RateKind, string>>;
  readonly basis: Readonly<Record<RateBasis, (figure: string) => string>>;
  readonly noInterest: Readonly<Record<NoInterestReason, string>>;
  readonly noFee: Readonly<Record<NoFeeReason, string>>;
  readonly decisions: Readonly<Record<ChargeDecision['decision'], string>>;
  readonly modes: Readonly<Record<InterestMode, string>>;
  readonly dayCounts: Readonly<Record<DayCount, string>>;
  readonly imputations: Readonly<Record<Imputation, string>>;
  readonly recoveryFeeUnits: Readonly<Record<RecoveryFeeUnit, string>>;
  readonly missingRates: (rates: string) => string;
  readonly missingRate: (rate: string, semester: string) => string;
  /** Said where a message is prepared, beside the rates that are missing. */
  readonly mayLeaveWithout: string;
  readonly contractRateMissing: string;
  readonly and: string;
  readonly floorApplied: (semester: string, rate: string, floor: string) => string;
  readonly belowFloor: (semester: string, rate: string, floor: string) => string;
  readonly unconfirmed: (semester: string) => string;
}

export const interestText = bilingual<InterestWords>({
  fr: {
    semester: (year, half) => `${half === 1 ? '1er' : '2e'} semestre ${year}`,
    followedBy: ' puis ',
    range: (lowest, highest) => `${lowest} à ${highest}`,
    rates: {
      refinancing: 'taux de refinancement de la BCE',
      legal_other: 'taux d’intérêt légal des professionnels (« tous autres cas »)',
      legal_individuals: 'taux d’intérêt légal des particuliers',
    },
    basis: {
      refinancing_plus_10: (figure) => `BCE ${figure} + 10 points (C. com. L441-10 II)`,
      refinancing_plus_8: (figure) => `BCE ${figure} + 8 points (CCP R2192-31)`,
      legal_times_3: (figure) => `3 × taux légal ${figure}`,
      legal: (figure) => `taux légal ${figure} (C. civ. 1231-6)`,
      contractual: () => 'taux des conditions générales',
      floor: (figure) => `minimum légal, 3 × ${figure} (C. com. L441-10 II)`,
    },
    noInterest: {
      not_chargeable: 'Un avoir ou des frais ne portent pas intérêt.',
      no_due_date: 'Sans échéance connue, aucun intérêt n’est calculé.',
      foreign_law:
        'Contrat soumis à un autre droit : rien n’est réclamé au titre du droit français.',
      cancelled: 'Facture annulée par avoir.',
      no_formal_notice: 'Un particulier ne doit d’intérêts qu’à compter de la mise en demeure.',
      not_late: 'Aucun jour de retard.',
    },
    noFee: {
      waived: 'Abandonnée.',
      already_paid: 'Déjà réglée.',
      not_an_invoice: 'Due pour une facture seulement.',
      consumer: 'Jamais due par un particulier.',
      foreign_law: 'Contrat soumis à un autre droit.',
      outside_the_union: 'Client hors de l’Union européenne : à réclamer si le contrat le prévoit.',
      other_currency: 'Fixée en euros : à réclamer à part pour une facture en devise.',
      insolvency: 'Procédure collective ouverte avant l’échéance.',
      not_late: 'Aucun jour de retard.',
      counted_with_invoice: 'Comptée une fois pour la facture.',
    },
    decisions: { claim: 'Réclamés', freeze: 'Gelés', waive: 'Abandonnés' },
    modes: {
      ecb_plus_10: 'Taux de la BCE + 10 points (taux de la loi)',
      legal_times_3: 'Trois fois le taux d’intérêt légal',
      contractual: 'Taux de vos conditions générales',
    },
    dayCounts: {
      year_of_365: '365 jours, toutes les années',
      exact: '366 jours les années bissextiles',
    },
    imputations: {
      principal_first: 'Sur le principal (usage commercial)',
      interest_first: 'Sur les intérêts d’abord (C. civ. 1343-1)',
    },
    recoveryFeeUnits: { invoice: '40 € par facture', instalment: '40 € par échéance en retard' },
    missingRates: (rates) => `Intérêts de retard non réclamés : ${rates}.`,
    missingRate: (rate, semester) => `le ${rate} du ${semester} n’est pas saisi`,
    mayLeaveWithout: 'Le message peut partir sans eux.',
    contractRateMissing: 'le taux de vos conditions générales n’est pas saisi',
    and: ' et ',
    floorApplied: (semester, rate, floor) =>
      `${semester} : le taux de ${rate} de vos conditions est sous le minimum légal ; ${floor} est appliqué.`,
    belowFloor: (semester, rate, floor) =>
      `${semester} : le taux appliqué, ${rate}, est sous trois fois le taux légal (${floor}).`,
    unconfirmed: (semester) =>
      `${semester} : taux à confirmer sur Légifrance ou à la Banque de France.`,
  },
  en: {
    semester: (year, half) => `${half === 1 ? 'first' : 'second'} half of ${year}`,
    followedBy: ' then ',
    range: (lowest, highest) => `${lowest} to ${highest}`,
    rates: {
      refinancing: 'ECB main refinancing rate',
      legal_other: 'legal interest rate of businesses (“all other cases”)',
      legal_individuals: 'legal interest rate of private persons',
    },
    basis: {
      refinancing_plus_10: (figure) => `ECB ${figure} + 10 points (C. com. L441-10 II)`,
      refinancing_plus_8: (figure) => `ECB ${figure} + 8 points (CCP R2192-31)`,
      legal_times_3: (figure) => `3 × legal rate ${figure}`,
      legal: (figure) => `legal rate ${figure} (C. civ. 1231-6)`,
      contractual: () => 'rate of the general conditions',
      floor: (figure) => `legal minimum, 3 × ${figure} (C. com. L441-10 II)`,
    },
    noInterest: {
      not_chargeable: 'A credit note or a fee bears no interest.',
      no_due_date: 'Without a known due date no interest is computed.',
      foreign_law: 'Contract under another law: nothing is claimed under French law.',
      cancelled: 'Invoice cancelled by a credit note.',
      no_formal_notice: 'A consumer owes interest from the formal notice on only.',
      not_late: 'Not a day late.',
    },
    noFee: {
      waived: 'Waived.',
      already_paid: 'Already paid.',
      not_an_invoice: 'Due on an invoice only.',
      consumer: 'Never due by a consumer.',
      foreign_law: 'Contract under another law.',
      outside_the_union: 'Customer outside the European Union: claim it if the contract says so.',
      other_currency: 'Fixed in euros: to be claimed apart for an invoice in another currency.',
      insolvency: 'Insolvency proceedings opened before the due date.',
      not_late: 'Not a day late.',
      counted_with_invoice: 'Counted once for the invoice.',
    },
    decisions: { claim: 'Claimed', freeze: 'Frozen', waive: 'Waived' },
    modes: {
      ecb_plus_10: 'ECB rate + 10 points (rate of the law)',
      legal_times_3: 'Three times the legal interest rate',
      contractual: 'Rate of your general conditions',
    },
    dayCounts: { year_of_365: '365 days, every year', exact: '366 days in leap years' },
    imputations: {
      principal_first: 'To the principal (business practice)',
      interest_first: 'To interest first (C. civ. 1343-1)',
    },
    recoveryFeeUnits: { invoice: '€40 an invoice', instalment: '€40 a late instalment' },
    missingRates: (rates) => `Late-payment interest not claimed: ${rates}.`,
    missingRate: (rate, semester) => `the ${rate} of the ${semester} has not been entered`,
    mayLeaveWithout: 'The message may leave without it.',
    contractRateMissing: 'the rate of your general conditions has not been entered',
    and: ' and ',
    floorApplied: (semester, rate, floor) =>
      `${capitalised(semester)}: the rate of ${rate} of your conditions is below the legal minimum; ${floor} is applied.`,
    belowFloor: (semester, rate, floor) =>
      `${capitalised(semester)}: the rate applied, ${rate}, is below three times the legal rate (${floor}).`,
    unconfirmed: (semester) =>
      `${capitalised(semester)}: rate to be confirmed on Légifrance or at the Banque de France.`,
  },
});

/** « 1er semestre 2026 »; in English “first half of 2026”. */
export function semesterName(semester: Semester, language: Language): string {
  return interestText[language].semester(semester.slice(0, 4), semester.endsWith('1') ? 1 : 2);
}

/** Rates listed one by one up to this many; beyond, the lowest and the highest. */
const RATES_LISTED_MAX = 3;

/**
 * The rates of a claim, in the order of time: « 12,15 % », « 12,15 % puis 12,40 % »,
 * « 10,00 % à 14,50 % ». Empty where no interest is asked for. It reads before « l'an ».
 */
export function rateLabelOf(
  rates: readonly AppliedRate[],
  language: Language,
  style: FigureStyle = 'document',
): string {
  const words = interestText[language];
  const changes = rates
    .map(({ basisPoints }) => basisPoints)
    .filter((rate, index, all) => rate !== all[index - 1]);
  const write = (basisPoints: number) => formatRate(basisPoints, { language, style });
  if (changes.length <= RATES_LISTED_MAX) return changes.map(write).join(words.followedBy);
  return words.range(write(Math.min(...changes)), write(Math.max(...changes)));
}

/** What a rate is made of: « BCE 2,15 % + 10 points (C. com. L441-10 II), 1er semestre 2026 ». */
export function describeRate(
  rate: AppliedRate,
  language: Language,
  style: FigureStyle = 'document',
): string {
  const figure = formatRate(rate.figureBasisPoints, { language, style });
  const origin = interestText[language].basis[rate.basis](figure);
  return `${origin}, ${semesterName(rate.semester, language)}`;
}

/** Why the interest is not claimed: which rates nobody gave. Empty where none is missing. */
export function missingRatesSentence(missing: readonly MissingRate[], language: Language): string {
  if (missing.length === 0) return '';
  const words = interestText[language];
  const each = missing.map((rate) =>
    rate.code === 'contract_rate_missing'
      ? words.contractRateMissing
      : words.missingRate(words.rates[rate.kind], semesterName(rate.semester, language)),
  );
  return words.missingRates(each.join(words.and));
}

/**
 * Why an invoice bears no interest, and no 40 €; one sentence where both have the same reason. A
 * missing rate blocks the interest of every invoice that is claimed.
 */
export function chargesNote(
  { interest, decision, noFee }: Pick<ItemCharges, 'interest' | 'decision' | 'noFee'>,
  missing: readonly MissingRate[],
  language: Language,
): string {
  const words = interestText[language];
  const none = interest?.none ?? null;
  const sentences = [
    decision === 'waive' || none !== null ? '' : missingRatesSentence(missing, language),
    none === null ? '' : words.noInterest[none],
    noFee === null ? '' : words.noFee[noFee],
  ];
  return [...new Set(sentences)].filter((sentence) => sentence !== '').join(' ');
}

/** What a person should know of the rates of a claim: below the floor, or to be confirmed. */
export function rateWarnings(rates: readonly AppliedRate[], language: Language): readonly string[] {
  const words = interestText[language];
  return rates.flatMap((rate) => {
    const semester = semesterName(rate.semester, language);
    const write = (basisPoints: number) => formatRate(basisPoints, { language });
    const floor = rate.belowFloor;
    const say = rate.basis === 'floor' ? words.floorApplied : words.belowFloor;
    return [
      ...(floor === null
        ? []
        : [say(semester, write(floor.basisPoints), write(floor.floorBasisPoints))]),
      ...(rate.isConfirmed ? [] : [words.unconfirmed(semester)]),
    ];
  });
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
