/**
 * Indicators in words: their names, what each says, its formula in general and with the figures it
 * was computed from, and what those figures count.
 */
import type { Indicator, IndicatorSpan, IndicatorUnit } from '../domain/metrics/indicator.ts';
import { INDICATOR_KINDS } from '../domain/metrics/indicator.ts';
import { formatCents } from '../format/amount.ts';
import type { Language } from '../format/language.ts';
import { formatCount, formatDecimal, formatPercent } from '../format/number.ts';
import { type FigureStyle, NO_BREAK_SPACE } from '../format/spaces.ts';
import { bilingual } from './bilingual.ts';

/** Writes one of the figures a reading was computed from. */
export type Operand = (name: string) => string;

interface IndicatorWords {
  readonly name: string;
  /** What it says, in one sentence. */
  readonly says: string;
  readonly formula: string;
  readonly sum: (of: Operand) => string;
}

type Words = Readonly<Record<Indicator, IndicatorWords>>;

const FRENCH: Words = {
  dso: {
    name: 'DSO (méthode comptable)',
    says: 'Jours de ventes que représentent les créances.',
    formula: 'Créances × jours de la période ÷ ventes de la période',
    sum: (of) => `${of('receivablesCents')} × ${of('periodDays')} ÷ ${of('salesCents')}`,
  },
  count_back_dso: {
    name: 'DSO (épuisement du chiffre d’affaires)',
    says: 'Jours de ventes, les mois étant repris du dernier au plus ancien.',
    formula:
      'Les ventes des mois sont retirées des créances, la dernière d’abord ; le dernier mois entamé compte au prorata',
    sum: (of) => `${of('receivablesCents')} épuisés en ${of('monthCount')} mois`,
  },
  best_possible_dso: {
    name: 'Meilleur DSO possible (BPDSO)',
    says: 'Le DSO si personne ne payait en retard.',
    formula: 'Créances non échues × jours de la période ÷ ventes de la période',
    sum: (of) => `${of('notDueCents')} × ${of('periodDays')} ÷ ${of('salesCents')}`,
  },
  days_delinquent: {
    name: 'Retard moyen du portefeuille (ADD)',
    says: 'Part du DSO qui vient des retards : DSO moins meilleur DSO possible.',
    formula: 'Échu × jours de la période ÷ ventes de la période',
    sum: (of) => `${of('overdueCents')} × ${of('periodDays')} ÷ ${of('salesCents')}`,
  },
  dispute_dso: {
    name: 'DSO litiges',
    says: 'Jours de ventes bloqués par les litiges échus.',
    formula: 'Échu en litige × jours de la période ÷ ventes de la période',
    sum: (of) => `${of('disputedOverdueCents')} × ${of('periodDays')} ÷ ${of('salesCents')}`,
  },
  average_delay: {
    name: 'Retard réel des règlements',
    says: 'Retard moyen des factures réglées, pondéré par leur montant ; en avance compte zéro.',
    formula: 'Σ montant × jours de retard ÷ Σ montants réglés',
    sum: (of) => `${of('weightedCentDays')} ÷ ${of('paidCents')}`,
  },
  payment_time: {
    name: 'Délai moyen de paiement réel',
    says: 'De la date de facture au règlement, pondéré par le montant.',
    formula: 'Σ montant × jours depuis la facture ÷ Σ montants réglés',
    sum: (of) => `${of('weightedCentDays')} ÷ ${of('paidCents')}`,
  },
  collection_effectiveness: {
    name: 'CEI (efficacité du recouvrement)',
    says: 'Part encaissée de tout ce qui pouvait l’être dans le mois.',
    formula:
      '(Créances au début + ventes − créances à la fin) ÷ (créances au début + ventes − non échu à la fin)',
    sum: (of) =>
      `(${of('openingCents')} + ${of('salesCents')} − ${of('closingCents')}) ÷ (${of('openingCents')} + ${of('salesCents')} − ${of('closingNotDueCents')})`,
  },
  recovery_rate: {
    name: 'Taux de recouvrement',
    says: 'Argent reçu dans le mois sur ce qui était échu ou l’est devenu.',
    formula: 'Reçu sur échu ÷ (échu au début + tombé à échéance)',
    sum: (of) => `${of('recoveredCents')} ÷ (${of('openingOverdueCents')} + ${of('fellDueCents')})`,
  },
  overdue_rate: {
    name: 'Taux d’échu',
    says: 'Part des créances qui est en retard.',
    formula: 'Échu ÷ créances',
    sum: (of) => `${of('overdueCents')} ÷ ${of('receivablesCents')}`,
  },
  late_item_rate: {
    name: 'Taux de retard (en nombre)',
    says: 'Part des pièces ouvertes qui est en retard.',
    formula: 'Pièces en retard ÷ pièces ouvertes',
    sum: (of) => `${of('overdueCount')} ÷ ${of('openCount')}`,
  },
  over_90_share: {
    name: 'Part à plus de 90 jours',
    says: 'Part des créances en retard de plus de 90 jours.',
    formula: 'Échu de plus de 90 jours ÷ créances',
    sum: (of) => `${of('over90Cents')} ÷ ${of('receivablesCents')}`,
  },
  dispute_rate: {
    name: 'Taux de litige',
    says: 'Part des créances qui est contestée.',
    formula: 'Montant en litige ÷ créances',
    sum: (of) => `${of('disputedCents')} ÷ ${of('receivablesCents')}`,
  },
  promise_count_rate: {
    name: 'Promesses tenues (en nombre)',
    says: 'Promesses tenues en entier et à temps, sur celles arrivées à terme en douze mois.',
    formula: 'Promesses tenues ÷ promesses arrivées à terme',
    sum: (of) => `${of('keptCount')} ÷ ${of('maturedCount')}`,
  },
  promise_value_rate: {
    name: 'Promesses tenues (en valeur)',
    says: 'Montants reçus à temps sur les montants promis, en douze mois.',
    formula: 'Reçu à temps ÷ promis',
    sum: (of) => `${of('keptCents')} ÷ ${of('maturedCents')}`,
  },
  write_offs: {
    name: 'Pertes sur créances',
    says: 'Passé en perte en douze mois.',
    formula: 'Σ montants soldés par une perte',
    sum: (of) => of('writtenOffCents'),
  },
  write_off_rate: {
    name: 'Taux de perte',
    says: 'Pertes rapportées aux ventes de douze mois.',
    formula: 'Pertes ÷ ventes',
    sum: (of) => `${of('writtenOffCents')} ÷ ${of('salesCents')}`,
  },
  lateness_cost: {
    name: 'Coût des retards',
    says: 'Ce que coûte à financer l’échu, le temps de son retard moyen.',
    formula: 'Échu × taux × retard moyen du portefeuille ÷ base',
    sum: (of) =>
      `${of('overdueCents')} × ${of('rateShare')} × ${of('delinquentDays')} ÷ ${of('baseDays')}`,
  },
  collection_cost: {
    name: 'Coût du recouvrement',
    says: 'Coût saisi pour le mois.',
    formula: 'Saisi',
    sum: (of) => of('costCents'),
  },
  collection_cost_rate: {
    name: 'Coût du recouvrement sur encaissé',
    says: 'Ce que coûte chaque euro encaissé dans le mois.',
    formula: 'Coût saisi ÷ encaissé du mois',
    sum: (of) => `${of('costCents')} ÷ ${of('receivedCents')}`,
  },
  typed_time: {
    name: 'Temps passé (saisi)',
    says: 'Heures saisies pour le mois.',
    formula: 'Saisi',
    sum: (of) => of('typedMinutes'),
  },
  measured_time: {
    name: 'Temps mesuré',
    says: 'Temps entre deux actions notées à moins de dix minutes l’une de l’autre : un minimum.',
    formula: 'Σ écarts de dix minutes au plus entre deux actions notées',
    sum: (of) => of('measuredMinutes'),
  },
  complaint_rate: {
    name: 'Réclamations pour 1 000 messages',
    says: 'Réclamations saisies, rapportées aux messages partis dans le mois.',
    formula: 'Réclamations × 1 000 ÷ messages partis',
    sum: (of) => `${of('complaintCount')} × 1 000 ÷ ${of('messageCount')}`,
  },
};

const ENGLISH: Words = {
  dso: {
    name: 'DSO (balance method)',
    says: 'Days of sales that receivables stand for.',
    formula: 'Receivables × days of the period ÷ sales of the period',
    sum: FRENCH.dso.sum,
  },
  count_back_dso: {
    name: 'DSO (count-back)',
    says: 'Days of sales, the months being taken from the latest back.',
    formula:
      'The sales of the months are taken off the receivables, the latest first; the last month counts pro rata',
    sum: (of) => `${of('receivablesCents')} used up in ${of('monthCount')} months`,
  },
  best_possible_dso: {
    name: 'Best possible DSO',
    says: 'The DSO if nobody paid late.',
    formula: 'Receivables not yet due × days of the period ÷ sales of the period',
    sum: FRENCH.best_possible_dso.sum,
  },
  days_delinquent: {
    name: 'Average days delinquent (ADD)',
    says: 'The part of the DSO that comes of lateness: DSO less best possible DSO.',
    formula: 'Overdue × days of the period ÷ sales of the period',
    sum: FRENCH.days_delinquent.sum,
  },
  dispute_dso: {
    name: 'DSO of disputes',
    says: 'Days of sales held up by overdue disputes.',
    formula: 'Overdue in dispute × days of the period ÷ sales of the period',
    sum: FRENCH.dispute_dso.sum,
  },
  average_delay: {
    name: 'Real delay of payments',
    says: 'Average delay of the invoices paid, weighted by amount; early counts zero.',
    formula: 'Σ amount × days late ÷ Σ amounts paid',
    sum: FRENCH.average_delay.sum,
  },
  payment_time: {
    name: 'Average time to pay',
    says: 'From the date of the invoice to its payment, weighted by amount.',
    formula: 'Σ amount × days since the invoice ÷ Σ amounts paid',
    sum: FRENCH.payment_time.sum,
  },
  collection_effectiveness: {
    name: 'CEI (collection effectiveness)',
    says: 'Share collected of all that could be in the month.',
    formula:
      '(Opening receivables + sales − closing receivables) ÷ (opening receivables + sales − closing not yet due)',
    sum: FRENCH.collection_effectiveness.sum,
  },
  recovery_rate: {
    name: 'Recovery rate',
    says: 'Money received in the month for what was overdue or became so.',
    formula: 'Received for overdue ÷ (overdue at the start + fallen due)',
    sum: FRENCH.recovery_rate.sum,
  },
  overdue_rate: {
    name: 'Overdue rate',
    says: 'Share of the receivables that is late.',
    formula: 'Overdue ÷ receivables',
    sum: FRENCH.overdue_rate.sum,
  },
  late_item_rate: {
    name: 'Late rate (by number)',
    says: 'Share of the open items that is late.',
    formula: 'Late items ÷ open items',
    sum: FRENCH.late_item_rate.sum,
  },
  over_90_share: {
    name: 'Share over 90 days',
    says: 'Share of the receivables more than 90 days late.',
    formula: 'Overdue by more than 90 days ÷ receivables',
    sum: FRENCH.over_90_share.sum,
  },
  dispute_rate: {
    name: 'Dispute rate',
    says: 'Share of the receivables that is disputed.',
    formula: 'Amount in dispute ÷ receivables',
    sum: FRENCH.dispute_rate.sum,
  },
  promise_count_rate: {
    name: 'Promises kept (by number)',
    says: 'Promises kept in full and in time, of those that matured in twelve months.',
    formula: 'Promises kept ÷ promises matured',
    sum: FRENCH.promise_count_rate.sum,
  },
  promise_value_rate: {
    name: 'Promises kept (by value)',
    says: 'Amounts received in time of the amounts promised, in twelve months.',
    formula: 'Received in time ÷ promised',
    sum: FRENCH.promise_value_rate.sum,
  },
  write_offs: {
    name: 'Write-offs',
    says: 'Written off in twelve months.',
    formula: 'Σ amounts settled by a loss',
    sum: FRENCH.write_offs.sum,
  },
  write_off_rate: {
    name: 'Write-off rate',
    says: 'Write-offs as a share of the sales of twelve months.',
    formula: 'Write-offs ÷ sales',
    sum: FRENCH.write_off_rate.sum,
  },
  lateness_cost: {
    name: 'Cost of lateness',
    says: 'What the overdue costs to finance for its average delay.',
    formula: 'Overdue × rate × average days delinquent ÷ base',
    sum: FRENCH.lateness_cost.sum,
  },
  collection_cost: {
    name: 'Cost of collecting',
    says: 'Cost typed for the month.',
    formula: 'Typed',
    sum: FRENCH.collection_cost.sum,
  },
  collection_cost_rate: {
    name: 'Cost of collecting to receipts',
    says: 'What each euro received in the month costs.',
    formula: 'Cost typed ÷ received in the month',
    sum: FRENCH.collection_cost_rate.sum,
  },
  typed_time: {
    name: 'Time spent (typed)',
    says: 'Hours typed for the month.',
    formula: 'Typed',
    sum: FRENCH.typed_time.sum,
  },
  measured_time: {
    name: 'Time measured',
    says: 'Time between two actions noted within ten minutes of each other: a minimum.',
    formula: 'Σ gaps of ten minutes at most between two noted actions',
    sum: FRENCH.measured_time.sum,
  },
  complaint_rate: {
    name: 'Complaints per 1,000 messages',
    says: 'Complaints typed, to the messages that left in the month.',
    formula: 'Complaints × 1,000 ÷ messages that left',
    sum: (of) => `${of('complaintCount')} × 1,000 ÷ ${of('messageCount')}`,
  },
};

export const indicatorText = bilingual({ fr: FRENCH, en: ENGLISH });

/** Over what time an indicator is taken. */
export const spanText = bilingual({
  fr: {
    day: () => 'à cette date',
    month: () => 'sur le mois',
    period: (months: number) => (months === 1 ? 'sur un mois' : `sur ${months} mois`),
    year: () => 'sur douze mois',
  } as Readonly<Record<IndicatorSpan, (months: number) => string>>,
  en: {
    day: () => 'on that day',
    month: () => 'over the month',
    period: (months: number) => (months === 1 ? 'over one month' : `over ${months} months`),
    year: () => 'over twelve months',
  },
});

export interface FigureForm {
  readonly language: Language;
  readonly style?: FigureStyle;
}

/** Writes how far one figure is from another: shares differ by points, not by percent. */
export function indicatorDifference(unit: IndicatorUnit, value: number, form: FigureForm): string {
  const sign = value > 0 ? '+' : '';
  if (unit !== 'rate') return `${sign}${indicatorValue(unit, value, form)}`;
  return `${sign}${formatDecimal(value * POINTS, form)}${NO_BREAK_SPACE}pt`;
}

const POINTS = 100;
const MINUTES_IN_HOUR = 60;

/** Writes a figure of an indicator in its unit: `75,6 j`, `27,0 %`, `12 h 30`, `2,5 ‰`. */
export function indicatorValue(unit: IndicatorUnit, value: number, form: FigureForm): string {
  switch (unit) {
    case 'days':
      return `${formatDecimal(value, form)}${NO_BREAK_SPACE}${form.language === 'en' ? 'd' : 'j'}`;
    case 'rate':
      return formatPercent(value, form);
    case 'cents':
      return formatCents(Math.round(value), form);
    case 'minutes':
      return hours(Math.round(value), form);
    case 'per_thousand':
      return `${formatDecimal(value, form)}${NO_BREAK_SPACE}‰`;
  }
}

function hours(minutes: number, form: FigureForm): string {
  const rest = minutes % MINUTES_IN_HOUR;
  const whole = formatCount((minutes - rest) / MINUTES_IN_HOUR, form);
  const tail = rest === 0 ? '' : `${NO_BREAK_SPACE}${String(rest).padStart(2, '0')}`;
  return `${whole}${NO_BREAK_SPACE}h${tail}`;
}

/** Writes what a reading was computed from: the ending of a name says what it is counted in. */
export function operandValue(name: string, value: number, form: FigureForm): string {
  if (name.endsWith('CentDays')) {
    return `${formatCents(Math.round(value), form)}${NO_BREAK_SPACE}×${NO_BREAK_SPACE}${form.language === 'en' ? 'd' : 'j'}`;
  }
  if (name.endsWith('Cents')) return formatCents(Math.round(value), form);
  if (name === 'baseDays') return formatCount(value, form);
  if (name === 'periodDays')
    return `${formatCount(value, form)}${NO_BREAK_SPACE}${form.language === 'en' ? 'd' : 'j'}`;
  if (name.endsWith('Days')) return indicatorValue('days', value, form);
  if (name.endsWith('Share')) return formatPercent(value, form);
  if (name.endsWith('Minutes')) return hours(Math.round(value), form);
  return formatCount(value, form);
}

/** The sum of a reading with its own figures: `230 000,00 € × 92 j ÷ 280 000,00 € = 75,6 j`. */
export function readingSum(
  indicator: Indicator,
  reading: { readonly value: number | null; readonly operands: Readonly<Record<string, number>> },
  form: FigureForm,
): string | null {
  if (reading.value === null) return null;
  const of: Operand = (name) => operandValue(name, reading.operands[name] ?? 0, form);
  const { unit } = INDICATOR_KINDS[indicator];
  return `${indicatorText[form.language][indicator].sum(of)} = ${indicatorValue(unit, reading.value, form)}`;
}
