/** How a payer behaves, in sentences with his own figures. */
import type { ScoreTermCode } from '../domain/payer/payer-settings.ts';
import type { RecommendedTerms, RiskReason } from '../domain/payer/risk.ts';
import type { PayerSegment } from '../domain/payer/segment.ts';
import { bilingual } from './bilingual.ts';
import { counted } from './counted.ts';

type Segments = Readonly<Record<PayerSegment, string>>;
type OfTerm<Value> = Readonly<Record<ScoreTermCode, Value>>;
/** The figure, its second figure, then that of the formula, all written. */
type TermSentence = (figure: string, other: string) => string;

interface BehaviourWords {
  readonly segments: Segments;
  readonly lower: Segments;
  readonly risks: Readonly<Record<'low' | 'moderate' | 'high', string>>;
  readonly opinions: Readonly<Record<'good' | 'fair' | 'poor' | 'unknown', string>>;
  readonly markKinds: Readonly<Record<'segment' | 'risk' | 'watch', string>>;
  readonly tooLittle: (count: string, least: string) => string;
  readonly newAtRisk: (count: string, days: string) => string;
  readonly measured: (delay: string, count: string, open: string) => string;
  readonly held: (plain: string, band: string) => string;
  readonly typed: (measured: string) => string;
  readonly unknown: string;
  readonly change: (from: string, until: string, to: string) => string;
  readonly score: (score: string, lost: string) => string;
  readonly noScore: (count: string, least: string) => string;
  readonly trends: Readonly<
    Record<'improving' | 'stable' | 'worsening', (recent: string, earlier: string) => string>
  >;
  readonly trendNames: Readonly<Record<'improving' | 'stable' | 'worsening', string>>;
  readonly noTrend: string;
  readonly risk: (because: string) => string;
  readonly noRisk: string;
  readonly typedRisk: (measured: string) => string;
  readonly riskReasons: Readonly<Record<RiskReason, string>>;
  readonly recommended: Readonly<Record<RecommendedTerms, string>>;
  readonly termNames: OfTerm<string>;
  readonly termSentences: OfTerm<TermSentence>;
  readonly noFigure: OfTerm<string>;
  /** `days` of the average and the irregularity, `drift` of the drift, `part` of the others. */
  readonly formulas: Readonly<
    Record<'days' | 'drift' | 'part', (full: string, weight: string) => string>
  >;
  readonly counts: Readonly<Record<'invoices' | 'promises' | 'calls', (count: string) => string>>;
  readonly exposure: (owed: string, guaranteed: string, own: string) => string;
  readonly withinLimit: (limit: string) => string;
  readonly beyondLimit: (excess: string, limit: string) => string;
  readonly beyondCover: (excess: string, cover: string) => string;
  readonly noLimit: string;
  readonly promises: (rate: string, judged: string) => string;
  readonly noPromises: (rate: string) => string;
  readonly notes: Readonly<
    Record<
      | 'paid'
      | 'open'
      | 'usual'
      | 'approximate'
      | 'disputed'
      | 'blocked'
      | 'estimated'
      | 'not_money'
      | 'old'
      | 'broken'
      | 'postponed'
      | 'answered'
      | 'unanswered'
      | 'split'
      | 'groundless'
      | 'rejected'
      | 'overdue'
      | 'notDue',
      string
    >
  >;
}

export const payerBehaviourText = bilingual<BehaviourWords>({
  fr: {
    segments: {
      good: 'Bon payeur',
      occasional: 'Retards occasionnels',
      chronic: 'Mauvais payeur',
      new_at_risk: 'Nouveau à risque',
    },
    lower: {
      good: 'bon payeur',
      occasional: 'occasionnel',
      chronic: 'mauvais payeur',
      new_at_risk: 'nouveau à risque',
    },
    risks: { low: 'faible', moderate: 'modéré', high: 'élevé' },
    opinions: { good: 'Bonne', fair: 'Moyenne', poor: 'Mauvaise', unknown: 'Non dite' },
    markKinds: { segment: 'Segment', risk: 'Risque', watch: 'Vigilance' },
    tooLittle: (count, least) =>
      `Trop peu d’historique : ${count} sur douze mois, il en faut ${least}.`,
    newAtRisk: (count, days) =>
      `Trop peu d’historique (${count}), et déjà plus de ${days} de retard.`,
    measured: (delay, count, open) =>
      `Retard médian de ${delay}, pondéré par les montants, sur ${count} en douze mois, dont ${open} à ce jour.`,
    held: (plain, band) =>
      `Les seuils seuls diraient « ${plain} » : le segment ne change qu’à ${band} du seuil, ou après deux fins de mois.`,
    typed: (measured) => `Fixé par une personne ; mesuré : ${measured}.`,
    unknown: 'trop peu d’historique',
    change: (from, until, to) => `${from} jusqu’en ${until}, ${to} depuis.`,
    score: (score, lost) => `100 − ${lost} = ${score}`,
    noScore: (count, least) => `Pas de score : ${count} sur douze mois, il en faut ${least}.`,
    trends: {
      improving: (recent, earlier) =>
        `En amélioration : ${recent} sur les trois derniers mois, ${earlier} sur les neuf d’avant.`,
      stable: (recent, earlier) =>
        `Stable : ${recent} sur les trois derniers mois, ${earlier} sur les neuf d’avant.`,
      worsening: (recent, earlier) =>
        `En dégradation : ${recent} sur les trois derniers mois, ${earlier} sur les neuf d’avant.`,
    },
    trendNames: { improving: 'en amélioration', stable: 'stable', worsening: 'en dégradation' },
    noTrend: 'Pas de tendance : il faut deux factures dans chaque période.',
    risk: (because) => `Parce que : ${because}.`,
    noRisk: 'Trop peu d’historique pour dire un risque.',
    typedRisk: (measured) => `Fixé par une personne ; mesuré : ${measured}.`,
    riskReasons: {
      score_low: 'score bas',
      score_middling: 'score moyen',
      score_good: 'bon score',
      chronic: 'mauvais payeur',
      occasional: 'retards occasionnels',
      new_at_risk: 'nouveau et déjà en retard',
      exposure_exceeded: 'encours au-delà du plafond ou de la couverture',
    },
    recommended: {
      standard: 'Conditions habituelles',
      earlier_reminders: 'Relances plus tôt',
      deposit: 'Acompte à la commande',
      guarantee: 'Garantie à demander',
      shorter_terms: 'Délai plus court',
    },
    termNames: {
      average_delay: 'Retard moyen',
      trend: 'Dérive',
      dispersion: 'Irrégularité',
      broken_promises: 'Promesses non tenues',
      postponements: 'Reports',
      unanswered: 'Appels sans réponse',
      split_payments: 'Paiements fractionnés',
      groundless_claims: 'Litiges infondés',
      rejected_payments: 'Impayés',
      share_overdue: 'Part échue',
    },
    termSentences: {
      average_delay: (days) => `${days} en moyenne, les règlements récents pesant davantage`,
      trend: (days) => `les trois derniers mois dépassent la moyenne de ${days}`,
      dispersion: (days) => `un dixième des montants est à ${days} de retard ou plus`,
      broken_promises: (count) => `${count} en douze mois`,
      postponements: (count) => `${count} sur une facture déjà promise`,
      unanswered: (share, calls) => `${share} de ${calls}`,
      split_payments: (share, items) => `${share} de ${items} réglées en plusieurs fois`,
      groundless_claims: (count) => `${count} tranchés en notre faveur en douze mois`,
      rejected_payments: (count) => `${count} en douze mois`,
      share_overdue: (share, owed) => `${share} de ${owed} dus sont échus`,
    },
    noFigure: {
      average_delay: 'aucune facture',
      trend: 'moins de deux factures sur trois mois',
      dispersion: 'aucune facture',
      broken_promises: 'aucune',
      postponements: 'aucun',
      unanswered: 'trop peu d’appels pour juger',
      split_payments: 'aucun règlement',
      groundless_claims: 'aucun',
      rejected_payments: 'aucun',
      share_overdue: 'rien n’est dû',
    },
    formulas: {
      days: (full, weight) => `${weight} points à ${full} et plus, en proportion`,
      drift: (full, weight) => `${weight} points pour ${full} de dérive, plafonnée avec la moyenne`,
      part: (full, weight) => `${weight} points à ${full}, en proportion`,
    },
    counts: {
      invoices: (count) => counted.fr(count, 'facture', 'factures'),
      promises: (count) => counted.fr(count, 'promesse jugée', 'promesses jugées'),
      calls: (count) => counted.fr(count, 'appel', 'appels'),
    },
    exposure: (owed, guaranteed, own) =>
      `${owed} dus, dont ${guaranteed} garantis : ${own} à notre risque.`,
    withinLimit: (limit) => `Dans le plafond de ${limit}.`,
    beyondLimit: (excess, limit) => `${excess} au-delà du plafond de ${limit}.`,
    beyondCover: (excess, cover) => `${excess} au-delà des ${cover} couverts.`,
    noLimit: 'Sans plafond fixé.',
    promises: (rate, judged) =>
      `Ses promesses valent ${rate} : ${judged}, et ce que valent celles de tous les clients.`,
    noPromises: (rate) => `Aucune promesse jugée : ${rate}, ce que valent celles de tous.`,
    notes: {
      paid: 'réglée',
      open: 'ouverte, à son âge d’aujourd’hui',
      usual: 'ouverte, comptée au moins à son retard habituel',
      approximate: 'sortie d’une liste, date approchée',
      disputed: 'écartée : contestée',
      blocked: 'écartée : retenue par nous',
      estimated: 'écartée : échéance estimée',
      not_money: 'écartée : soldée sans règlement',
      old: 'écartée : réglée il y a plus de douze mois',
      broken: 'promesse non tenue',
      postponed: 'déjà promise avant',
      answered: 'répondu',
      unanswered: 'sans réponse',
      split: 'réglée en plusieurs fois',
      groundless: 'litige tranché en notre faveur',
      rejected: 'revenu impayé',
      overdue: 'échue',
      notDue: 'non échue',
    },
  },
  en: {
    segments: {
      good: 'Good payer',
      occasional: 'Occasionally late',
      chronic: 'Chronic late payer',
      new_at_risk: 'New, at risk',
    },
    lower: {
      good: 'good payer',
      occasional: 'occasionally late',
      chronic: 'chronic late payer',
      new_at_risk: 'new, at risk',
    },
    risks: { low: 'low', moderate: 'moderate', high: 'high' },
    opinions: { good: 'Good', fair: 'Fair', poor: 'Poor', unknown: 'Not said' },
    markKinds: { segment: 'Segment', risk: 'Risk', watch: 'Watch' },
    tooLittle: (count, least) => `Too little history: ${count} in twelve months, ${least} needed.`,
    newAtRisk: (count, days) => `Too little history (${count}), and over ${days} late already.`,
    measured: (delay, count, open) =>
      `Median delay of ${delay}, weighted by amounts, over ${count} in twelve months, ${open} today.`,
    held: (plain, band) =>
      `The thresholds alone would say “${plain}”: a segment changes only ${band} beyond a threshold, or after two month ends.`,
    typed: (measured) => `Set by a person; measured: ${measured}.`,
    unknown: 'too little history',
    change: (from, until, to) => `${from} until ${until}, ${to} since.`,
    score: (score, lost) => `100 − ${lost} = ${score}`,
    noScore: (count, least) => `No score: ${count} in twelve months, ${least} needed.`,
    trends: {
      improving: (recent, earlier) =>
        `Improving: ${recent} over the last three months, ${earlier} over the nine before.`,
      stable: (recent, earlier) =>
        `Stable: ${recent} over the last three months, ${earlier} over the nine before.`,
      worsening: (recent, earlier) =>
        `Worsening: ${recent} over the last three months, ${earlier} over the nine before.`,
    },
    trendNames: { improving: 'improving', stable: 'stable', worsening: 'worsening' },
    noTrend: 'No trend: two invoices are needed in each period.',
    risk: (because) => `Because: ${because}.`,
    noRisk: 'Too little history to tell a risk.',
    typedRisk: (measured) => `Set by a person; measured: ${measured}.`,
    riskReasons: {
      score_low: 'low score',
      score_middling: 'middling score',
      score_good: 'good score',
      chronic: 'chronic late payer',
      occasional: 'occasionally late',
      new_at_risk: 'new and late already',
      exposure_exceeded: 'owed beyond the limit or the cover',
    },
    recommended: {
      standard: 'Usual terms',
      earlier_reminders: 'Earlier reminders',
      deposit: 'Deposit with the order',
      guarantee: 'Ask for a guarantee',
      shorter_terms: 'Shorter terms',
    },
    termNames: {
      average_delay: 'Average delay',
      trend: 'Drift',
      dispersion: 'Irregularity',
      broken_promises: 'Broken promises',
      postponements: 'Postponements',
      unanswered: 'Unanswered calls',
      split_payments: 'Split payments',
      groundless_claims: 'Groundless claims',
      rejected_payments: 'Rejected payments',
      share_overdue: 'Share overdue',
    },
    termSentences: {
      average_delay: (days) => `${days} on average, recent payments weighing more`,
      trend: (days) => `the last three months exceed the average by ${days}`,
      dispersion: (days) => `a tenth of the amounts is ${days} late or more`,
      broken_promises: (count) => `${count} in twelve months`,
      postponements: (count) => `${count} on an invoice promised before`,
      unanswered: (share, calls) => `${share} of ${calls}`,
      split_payments: (share, items) => `${share} of ${items} paid in several times`,
      groundless_claims: (count) => `${count} settled in our favour in twelve months`,
      rejected_payments: (count) => `${count} in twelve months`,
      share_overdue: (share, owed) => `${share} of ${owed} owed is overdue`,
    },
    noFigure: {
      average_delay: 'no invoice',
      trend: 'fewer than two invoices in three months',
      dispersion: 'no invoice',
      broken_promises: 'none',
      postponements: 'none',
      unanswered: 'too few calls to tell',
      split_payments: 'no payment',
      groundless_claims: 'none',
      rejected_payments: 'none',
      share_overdue: 'nothing is owed',
    },
    formulas: {
      days: (full, weight) => `${weight} points at ${full} and more, in proportion`,
      drift: (full, weight) => `${weight} points for ${full} of drift, capped with the average`,
      part: (full, weight) => `${weight} points at ${full}, in proportion`,
    },
    counts: {
      invoices: (count) => counted.en(count, 'invoice', 'invoices'),
      promises: (count) => counted.en(count, 'promise judged', 'promises judged'),
      calls: (count) => counted.en(count, 'call', 'calls'),
    },
    exposure: (owed, guaranteed, own) =>
      `${owed} owed, ${guaranteed} of it guaranteed: ${own} at our risk.`,
    withinLimit: (limit) => `Within the limit of ${limit}.`,
    beyondLimit: (excess, limit) => `${excess} beyond the limit of ${limit}.`,
    beyondCover: (excess, cover) => `${excess} beyond the ${cover} covered.`,
    noLimit: 'No limit set.',
    promises: (rate, judged) =>
      `His promises are worth ${rate}: ${judged}, drawn towards what those of all are worth.`,
    noPromises: (rate) => `No promise judged: ${rate}, what those of all are worth.`,
    notes: {
      paid: 'paid',
      open: 'open, at its age of today',
      usual: 'open, counted at his usual delay at least',
      approximate: 'left a list, day approximate',
      disputed: 'left out: disputed',
      blocked: 'left out: held back by us',
      estimated: 'left out: due date estimated',
      not_money: 'left out: settled without money',
      old: 'left out: paid over twelve months ago',
      broken: 'promise broken',
      postponed: 'promised before',
      answered: 'answered',
      unanswered: 'unanswered',
      split: 'paid in several times',
      groundless: 'dispute settled in our favour',
      rejected: 'returned unpaid',
      overdue: 'overdue',
      notDue: 'not due',
    },
  },
});
