/** Alerts in words: the names of the rules that ship, their criteria, the figures that met them. */
import type { AlertRule } from '../domain/alert/alert-rules.ts';
import type { Criterion, Evidence } from '../domain/alert/criterion.ts';
import { formatCents } from '../format/amount.ts';
import type { Language } from '../format/language.ts';
import { formatDays, formatRate } from '../format/number.ts';
import { bilingual } from './bilingual.ts';
import { dimensionLabel } from './dimension-label.ts';

export const alertText = bilingual({
  fr: {
    shipped: {
      large_and_silent: 'Gros retard sans contact',
      never_chased: 'Jamais relancé',
      good_turning_late: 'Bon payeur qui dérape',
      limit_exceeded: 'Plafond dépassé',
      dispute_asleep: 'Litige endormi',
    } as Readonly<Record<string, string>>,
    dimensions: { profile: 'profil', rep_code: 'commercial', agency_code: 'agence' },
    criteria: {
      overdue_at_least: (amount: string) => `échu d’au moins ${amount}`,
      late_at_least: (days: string) => `retard d’au moins ${days}`,
      not_contacted_for: (days: string) => `aucun contact depuis ${days}`,
      no_action_while_late: (days: string) => `plus de ${days} de retard et jamais aucune action`,
      promise_broken: 'promesse non tenue',
      limit_exceeded: 'encours au-delà du plafond ou de la couverture',
      turning_late: (days: string) => `bon payeur en retard d’au moins ${days}`,
      dispute_asleep: (days: string) => `litige sans action depuis ${days}`,
      overdue_share: (share: string) => `part échue d’au moins ${share}`,
      grown_by: (amount: string) => `encours en hausse d’au moins ${amount} en 30 jours`,
    },
    evidence: {
      overdue_at_least: (amount: string) => `${amount} échus`,
      late_at_least: (days: string) => `${days} de retard`,
      not_contacted_for: (days: string) => `aucun contact depuis ${days}`,
      never_contacted: 'jamais contacté',
      no_action_while_late: (days: string) => `${days} de retard, jamais aucune action`,
      promise_broken: (amount: string) => `promesse non tenue, ${amount} manquent`,
      limit_exceeded: (amount: string) => `plafond ou couverture dépassé de ${amount}`,
      turning_late: (days: string) => `paie à l’heure d’habitude, ${days} de retard`,
      dispute_asleep: (days: string) => `litige sans action depuis ${days}`,
      overdue_share: (share: string) => `${share} de l’encours échu`,
      grown_by: (amount: string) => `${amount} de plus en 30 jours`,
    },
    among: (dimension: string, values: string) => `${dimension} : ${values}`,
  },
  en: {
    shipped: {
      large_and_silent: 'Large and silent',
      never_chased: 'Never chased',
      good_turning_late: 'Good payer turning late',
      limit_exceeded: 'Credit limit exceeded',
      dispute_asleep: 'Dispute asleep',
    } as Readonly<Record<string, string>>,
    dimensions: { profile: 'profile', rep_code: 'sales rep', agency_code: 'branch' },
    criteria: {
      overdue_at_least: (amount: string) => `at least ${amount} overdue`,
      late_at_least: (days: string) => `late by at least ${days}`,
      not_contacted_for: (days: string) => `no contact for ${days}`,
      no_action_while_late: (days: string) => `late by more than ${days} and never any action`,
      promise_broken: 'promise broken',
      limit_exceeded: 'outstanding above the credit limit or the cover',
      turning_late: (days: string) => `good payer late by at least ${days}`,
      dispute_asleep: (days: string) => `dispute without action for ${days}`,
      overdue_share: (share: string) => `at least ${share} of the outstanding overdue`,
      grown_by: (amount: string) => `outstanding grown by at least ${amount} in 30 days`,
    },
    evidence: {
      overdue_at_least: (amount: string) => `${amount} overdue`,
      late_at_least: (days: string) => `late by ${days}`,
      not_contacted_for: (days: string) => `no contact for ${days}`,
      never_contacted: 'never contacted',
      no_action_while_late: (days: string) => `late by ${days}, never any action`,
      promise_broken: (amount: string) => `promise broken, ${amount} missing`,
      limit_exceeded: (amount: string) => `limit or cover exceeded by ${amount}`,
      turning_late: (days: string) => `usually on time, late by ${days}`,
      dispute_asleep: (days: string) => `dispute without action for ${days}`,
      overdue_share: (share: string) => `${share} of the outstanding overdue`,
      grown_by: (amount: string) => `${amount} more in 30 days`,
    },
    among: (dimension: string, values: string) => `${dimension}: ${values}`,
  },
});

/** The name of a rule: the one a person gave, or that of what ships. */
export function alertRuleName(
  { ruleKey, name }: Pick<AlertRule, 'ruleKey' | 'name'>,
  language: Language,
): string {
  return name ?? alertText[language].shipped[ruleKey] ?? ruleKey;
}

/** « échu d’au moins 20 000,00 €, aucun contact depuis 10 j ». */
export function criteriaSentence(criteria: readonly Criterion[], language: Language): string {
  return criteria.map((criterion) => criterionSentence(criterion, language)).join(', ');
}

export function criterionSentence(criterion: Criterion, language: Language): string {
  const { criteria, among, dimensions } = alertText[language];
  switch (criterion.kind) {
    case 'promise_broken':
    case 'limit_exceeded':
      return criteria[criterion.kind];
    case 'overdue_at_least':
    case 'grown_by':
      return criteria[criterion.kind](formatCents(criterion.cents, { language }));
    case 'overdue_share':
      return criteria.overdue_share(formatRate(criterion.basisPoints, { language, decimals: 0 }));
    case 'among': {
      const { dimension, values } = criterion;
      const labels = values.map((value) => dimensionLabel(dimension, value, language));
      return among(dimensions[dimension], labels.join(', '));
    }
    default:
      return criteria[criterion.kind](formatDays(criterion.days, { language }));
  }
}

/** « 24 300,00 € échus · aucun contact depuis 18 j ». */
export function evidenceSentence(evidence: readonly Evidence[], language: Language): string {
  return evidence.map((one) => evidenceWords(one, language)).join(' · ');
}

function evidenceWords({ kind, figure }: Evidence, language: Language): string {
  const words = alertText[language].evidence;
  if (figure === null) return words.never_contacted;
  switch (kind) {
    case 'overdue_at_least':
    case 'grown_by':
    case 'limit_exceeded':
    case 'promise_broken':
      return words[kind](formatCents(figure, { language }));
    case 'overdue_share':
      return words.overdue_share(formatRate(figure, { language, decimals: 0 }));
    default:
      return words[kind](formatDays(figure, { language }));
  }
}
