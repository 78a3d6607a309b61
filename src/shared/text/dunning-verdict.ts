/**
 * Why an amount is in today's batch or not, in one sentence with its figures (E6): the batch, the
 * list of those left out, the « Pourquoi ? » of a customer or an item.
 *
 *     Relance 2 prévue le 27/11.
 *     Appel du jour (9 h 05) : les relances attendent.
 */
import type {
  ChasingVerdict,
  DunningVerdict,
  HoldingVerdict,
  VerdictDetail,
} from '../domain/dunning/dunning-verdict.ts';
import { NO_DETAIL } from '../domain/dunning/dunning-verdict.ts';
import type { ExchangeKind } from '../domain/dunning/planner-input.ts';
import type { RecheckHold } from '../domain/dunning/recheck.ts';
import type { StepChannel, StepKind, StepMode, Tone } from '../domain/dunning/scenario.ts';
import type { ScenarioProblemCode } from '../domain/dunning/scenario-check.ts';
import type { Severity } from '../domain/dunning/severity.ts';
import type { ThankYouRefusal } from '../domain/dunning/thank-you.ts';
import { formatDate } from '../format/date.ts';
import type { Language } from '../format/language.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { partsOf } from '../kernel/calendar-date.ts';
import { type Bilingual, bilingual } from './bilingual.ts';
import { verdictText } from './verdict.ts';

export interface VerdictReading {
  readonly language: Language;
  readonly today: CalendarDate;
}

/** The sentence of a part of an item. */
export function dunningSentence(
  {
    verdict,
    detail,
  }: { readonly verdict: DunningVerdict; readonly detail?: VerdictDetail | undefined },
  { language, today }: VerdictReading,
): string {
  if (!isOwn(verdict)) return verdictText[language][verdict];
  const known = detail ?? NO_DETAIL;
  const words = sentences[language];
  return words[verdict]({
    ...known,
    on: known.day === null ? '' : shortDay(known.day, today),
    isToday: known.day === today,
    step: stepName(known, language),
    by: known.channel === null ? '' : scenarioText[language].by[known.channel],
    time: known.minuteOfDay === null ? '' : timeOf(known.minuteOfDay, language),
  });
}

type OwnVerdict = HoldingVerdict | ChasingVerdict;

interface Figures extends VerdictDetail {
  /** `27/11`, with the year when it is another than today's; empty for no day. */
  readonly on: string;
  readonly isToday: boolean;
  /** `Relance 2`; a step that moves no level is named by its channel. */
  readonly step: string;
  readonly by: string;
  readonly time: string;
}

type Sentences = Readonly<Record<OwnVerdict, (figures: Figures) => string>>;

const FRENCH_EXCHANGES: Readonly<Record<ExchangeKind, string>> = {
  call: 'Appel',
  reply: 'Réponse',
  promise: 'Promesse',
  dispute: 'Litige',
  visit: 'Visite',
};

const ENGLISH_EXCHANGES: Readonly<Record<ExchangeKind, string>> = {
  call: 'Call',
  reply: 'Reply',
  promise: 'Promise',
  dispute: 'Dispute',
  visit: 'Visit',
};

const sentences: Bilingual<Sentences> = bilingual<Sentences>({
  fr: {
    no_scenario: () => 'Aucun scénario ne s’applique à ce client.',
    not_in_pilot: () => 'Hors de l’échantillon pilote.',
    uncertain: ({ on }) => `Un message du ${on} est peut-être parti : à vérifier d’abord.`,
    sending_failed: ({ on }) => `L’envoi du ${on} a été refusé : à reprendre.`,
    in_outbox: ({ on, channel }) =>
      channel === 'letter'
        ? `Courrier du ${on} imprimé, à poster.`
        : `Message du ${on} dans la boîte d’envoi.`,
    plan_forfeited: ({ on }) => `Échéancier rompu le ${on} : une personne décide de la suite.`,
    scenario_ended: () => 'Le scénario est terminé : à décider.',
    step_not_reached: ({ step, on }) => `${step} ${agreed(step)} le ${on}.`,
    rep_notice_pending: ({ step, on }) => `${step} possible le ${on}, après l’avis au commercial.`,
    below_step_floor: ({ step }) => `${step} : montant trop faible pour cette étape.`,
    in_turn: () => 'Une facture par message pour ce client : elle attend son tour.',
    residue: ({ step }) => `Petit reste : ${lower(step)} dès qu’une autre relance part.`,
    unread_reply: () => 'Une réponse du client n’est pas lue.',
    exchange_recent: ({ exchange, isToday, on, time }) => {
      const what = exchange === null ? 'Échange' : FRENCH_EXCHANGES[exchange];
      const day = isToday ? `du jour${time === '' ? '' : ` (${time})`}` : `du ${on}`;
      return `${what} ${day} : les relances attendent.`;
    },
    already_sent_today: ({ isToday, on }) =>
      isToday
        ? 'Un message part ou est parti aujourd’hui.'
        : `Le message du ${on} n’est pas parti.`,
    other_currency: () => 'Une relance dans une autre devise part aujourd’hui.',
    interval: ({ on }) => `Relancé récemment : prochaine relance le ${on} au plus tôt.`,
    monthly_cap: ({ count }) => `Plafond mensuel atteint : ${count ?? 0} courriels en 30 jours.`,
    contact_away: ({ on }) => `Contact absent jusqu’au ${on}.`,
    payer_closed: ({ on }) => `Client fermé jusqu’au ${on}.`,
    pause: ({ on }) => `Relances en pause jusqu’au ${on}.`,
    closed_day: () => 'Jour non ouvré : rien ne part.',
    stale_data: () => 'Banque trop ancienne : rien ne part avant une mise à jour.',
    sending_locked: () => 'Envois verrouillés : à confirmer par une personne.',
    no_address: ({ by }) => `Aucune coordonnée valable pour le joindre ${by}.`,
    planned: ({ step, by }) => `${step} aujourd’hui, ${by}.`,
    to_confirm: ({ step, by }) => `${step} à confirmer, ${by}.`,
    task: ({ step, on }) => `${step} : à faire depuis le ${on}.`,
    task_vip: ({ step, person }) =>
      person === null
        ? `VIP : ${lower(step)} à traiter, personne n’est désigné.`
        : `VIP : ${lower(step)} à traiter par ${person}.`,
    order_block: () => 'Blocage des commandes proposé.',
    listed: ({ step, on }) =>
      `Citée dans la relance du jour ; ${lower(step)} ${agreed(step)} le ${on}.`,
  },
  en: {
    no_scenario: () => 'No scenario applies to this customer.',
    not_in_pilot: () => 'Outside the pilot sample.',
    uncertain: ({ on }) => `A message of ${on} may have left: check first.`,
    sending_failed: ({ on }) => `The sending of ${on} was refused: to be taken up again.`,
    in_outbox: ({ on, channel }) =>
      channel === 'letter'
        ? `Letter of ${on} printed, to be posted.`
        : `Message of ${on} in the outbox.`,
    plan_forfeited: ({ on }) => `Instalment plan broken on ${on}: a person decides.`,
    scenario_ended: () => 'The scenario has ended: to be decided.',
    step_not_reached: ({ step, on }) => `${step} planned for ${on}.`,
    rep_notice_pending: ({ step, on }) => `${step} possible on ${on}, after notice to the rep.`,
    below_step_floor: ({ step }) => `${step}: amount too small for this step.`,
    in_turn: () => 'One invoice a message for this customer: it waits for its turn.',
    residue: ({ step }) => `Small remainder: ${lower(step)} as soon as another reminder leaves.`,
    unread_reply: () => 'A reply of the customer is unread.',
    exchange_recent: ({ exchange, isToday, on, time }) => {
      const what = exchange === null ? 'Exchange' : ENGLISH_EXCHANGES[exchange];
      const day = isToday ? `today${time === '' ? '' : ` (${time})`}` : `of ${on}`;
      return `${what} ${day}: reminders wait.`;
    },
    already_sent_today: ({ isToday, on }) =>
      isToday ? 'A message leaves or left today.' : `The message of ${on} has not left.`,
    other_currency: () => 'A reminder in another currency leaves today.',
    interval: ({ on }) => `Reminded recently: next reminder on ${on} at the earliest.`,
    monthly_cap: ({ count }) => `Monthly cap reached: ${count ?? 0} e-mails in 30 days.`,
    contact_away: ({ on }) => `Contact away until ${on}.`,
    payer_closed: ({ on }) => `Customer closed until ${on}.`,
    pause: ({ on }) => `Reminders paused until ${on}.`,
    closed_day: () => 'Not a working day: nothing leaves.',
    stale_data: () => 'Bank too old: nothing leaves before an update.',
    sending_locked: () => 'Sending locked: to be confirmed by a person.',
    no_address: ({ by }) => `Nothing usable to reach the customer ${by}.`,
    planned: ({ step, by }) => `${step} today, ${by}.`,
    to_confirm: ({ step, by }) => `${step} to confirm, ${by}.`,
    task: ({ step, on }) => `${step}: to do since ${on}.`,
    task_vip: ({ step, person }) =>
      person === null
        ? `VIP: ${lower(step)} to be treated, nobody is named.`
        : `VIP: ${lower(step)} to be treated by ${person}.`,
    order_block: () => 'Order block proposed.',
    listed: ({ step, on }) => `Listed in today’s reminder; ${lower(step)} planned for ${on}.`,
  },
});

/** Words of scenarios: what a step is, how it goes, and what is wrong with a document. */
export const scenarioText = bilingual({
  fr: {
    severities: {
      notice: 'Prévenance',
      reminder_1: 'Relance 1',
      reminder_2: 'Relance 2',
      reminder_3: 'Relance 3',
      formal_notice: 'Mise en demeure',
      hand_over: 'Transmission à un tiers',
    } as Readonly<Record<Severity, string>>,
    kinds: {
      notice: 'Prévenance',
      reminder: 'Relance',
      formal_notice: 'Mise en demeure',
      hand_over: 'Transmission à un tiers',
      order_block: 'Blocage des commandes',
    } as Readonly<Record<StepKind, string>>,
    channels: {
      email: 'Courriel',
      letter: 'Courrier',
      registered_letter: 'Lettre recommandée',
      call: 'Appel',
      sms: 'SMS',
      portal: 'Portail client',
      none: 'Sans envoi',
    } as Readonly<Record<StepChannel, string>>,
    by: {
      email: 'par courriel',
      letter: 'par courrier',
      registered_letter: 'en recommandé',
      call: 'par téléphone',
      sms: 'par SMS',
      portal: 'sur le portail client',
      none: 'sans envoi',
    } as Readonly<Record<StepChannel, string>>,
    modes: {
      automatic: 'Automatique',
      to_confirm: 'À confirmer',
      task: 'Tâche',
    } as Readonly<Record<StepMode, string>>,
    tones: {
      good: 'Bon payeur',
      occasional: 'Irrégulier',
      chronic: 'Chronique',
    } as Readonly<Record<Tone, string>>,
    bySegment: 'Selon le profil',
    promiseBroken: 'Rappel de la promesse non tenue',
    problems: {
      field_wrong: 'Champ absent ou hors limites.',
      no_step: 'Un scénario a au moins une étape.',
      step_key_repeated: 'Deux étapes portent la même clé.',
      steps_not_in_order: 'Une étape vient après la précédente, un autre jour.',
      first_step_after_previous: 'La première étape ne suit aucune autre.',
      notice_not_before_due: 'Une prévenance précède l’échéance.',
      step_not_after_due: 'Une relance suit l’échéance d’au moins un jour.',
      severity_not_of_kind: 'Ce niveau ne convient pas à cette étape.',
      severity_falls: 'Un niveau ne redescend pas.',
      severity_jumps: 'Les relances montent d’un niveau à la fois, à partir de la première.',
      no_reminder_before: 'Une relance précède la mise en demeure et la transmission.',
      channel_not_of_kind: 'Ce canal ne convient pas à cette étape.',
      never_automatic: 'Cette étape attend toujours une personne.',
      only_a_task: 'Cette étape est une tâche.',
      template_missing: 'Un modèle est à choisir.',
      template_unwanted: 'Rien n’est écrit à cette étape : pas de modèle.',
      floor_above_ceiling: 'Le plancher dépasse le plafond.',
    } as Readonly<Record<ScenarioProblemCode, string>>,
    thankYouRefusals: {
      off: 'Remerciements désactivés dans le scénario.',
      profile: 'Ni remerciement aux acheteurs publics ni aux grands comptes.',
      not_money: 'Aucun argent reçu.',
      factored: 'Facture cédée : le règlement est celui du factor.',
      not_settled: 'Aucune facture soldée par ce règlement.',
      not_chased: 'Rien n’avait été relancé.',
      too_late: 'Le règlement est trop ancien.',
      level_too_high: 'Niveau trop élevé pour remercier.',
      overdue_left: 'Il reste de l’échu.',
      this_quarter: 'Déjà remercié ce trimestre.',
      already_sent_today: 'Un message part ou est parti aujourd’hui.',
      closed_day: 'Jour non ouvré.',
      sending_locked: 'Envois verrouillés.',
      no_address: 'Aucune adresse de courriel valable.',
    } as Readonly<Record<ThankYouRefusal, string>>,
    recheck: {
      sending_locked: 'Envois verrouillés depuis.',
      closed_day: 'Jour non ouvré.',
      too_old:
        'Approuvé depuis plus de trois jours ouvrés : ses délais ne sont plus justes, il est à refaire.',
      stale_data: 'Banque trop ancienne.',
      no_address: 'L’adresse ne convient plus.',
      unread_reply: 'Une réponse est arrivée.',
      exchange_since: 'Un échange a eu lieu depuis.',
      item_settled: 'Une facture a été soldée depuis.',
      item_stopped: 'Une facture ne peut plus être relancée.',
      amount_changed: 'Un montant a changé depuis.',
    } as Readonly<Record<RecheckHold, string>>,
  },
  en: {
    severities: {
      notice: 'Pre-due notice',
      reminder_1: 'Reminder 1',
      reminder_2: 'Reminder 2',
      reminder_3: 'Reminder 3',
      formal_notice: 'Formal notice',
      hand_over: 'Hand-over',
    },
    kinds: {
      notice: 'Pre-due notice',
      reminder: 'Reminder',
      formal_notice: 'Formal notice',
      hand_over: 'Hand-over',
      order_block: 'Order block',
    },
    channels: {
      email: 'E-mail',
      letter: 'Letter',
      registered_letter: 'Registered letter',
      call: 'Call',
      sms: 'SMS',
      portal: 'Customer portal',
      none: 'Nothing sent',
    },
    by: {
      email: 'by e-mail',
      letter: 'by letter',
      registered_letter: 'by registered letter',
      call: 'by telephone',
      sms: 'by SMS',
      portal: 'on the customer’s portal',
      none: 'without sending',
    },
    modes: { automatic: 'Automatic', to_confirm: 'To confirm', task: 'Task' },
    tones: { good: 'Good payer', occasional: 'Irregular', chronic: 'Chronic' },
    bySegment: 'By segment',
    promiseBroken: 'Reminder of the broken promise',
    problems: {
      field_wrong: 'Field missing or out of range.',
      no_step: 'A scenario has at least one step.',
      step_key_repeated: 'Two steps have the same key.',
      steps_not_in_order: 'A step comes after the one before, on another day.',
      first_step_after_previous: 'The first step follows no other.',
      notice_not_before_due: 'A pre-due notice comes before the due date.',
      step_not_after_due: 'A reminder follows the due date by a day at least.',
      severity_not_of_kind: 'This level does not suit this step.',
      severity_falls: 'A level does not go down.',
      severity_jumps: 'Reminders rise one level at a time, from the first.',
      no_reminder_before: 'A reminder comes before formal notice and hand-over.',
      channel_not_of_kind: 'This channel does not suit this step.',
      never_automatic: 'This step always waits for a person.',
      only_a_task: 'This step is a task.',
      template_missing: 'A template is to be chosen.',
      template_unwanted: 'Nothing is written at this step: no template.',
      floor_above_ceiling: 'The floor is above the ceiling.',
    },
    thankYouRefusals: {
      off: 'Thanks are off in the scenario.',
      profile: 'No thanks to public buyers nor key accounts.',
      not_money: 'No money received.',
      factored: 'Assigned invoice: the payment is the factor’s.',
      not_settled: 'No invoice settled by this payment.',
      not_chased: 'Nothing had been chased.',
      too_late: 'The payment is too old.',
      level_too_high: 'Level too high for thanks.',
      overdue_left: 'Something is still overdue.',
      this_quarter: 'Thanked already this quarter.',
      already_sent_today: 'A message leaves or left today.',
      closed_day: 'Not a working day.',
      sending_locked: 'Sending locked.',
      no_address: 'No usable e-mail address.',
    },
    recheck: {
      sending_locked: 'Sending locked since.',
      closed_day: 'Not a working day.',
      too_old:
        'Approved over three working days ago: its delays are no longer right, make it anew.',
      stale_data: 'Bank too old.',
      no_address: 'The address will not do any more.',
      unread_reply: 'A reply has come in.',
      exchange_since: 'An exchange has taken place since.',
      item_settled: 'An invoice has been settled since.',
      item_stopped: 'An invoice may not be chased any more.',
      amount_changed: 'An amount has changed since.',
    },
  },
});

function isOwn(verdict: DunningVerdict): verdict is OwnVerdict {
  return Object.hasOwn(sentences.fr, verdict);
}

/** `Relance 2`, `Appel`; a step without level nor channel is just that. */
function stepName({ severity, kind, channel }: VerdictDetail, language: Language): string {
  const words = scenarioText[language];
  if (kind === 'promise_broken') return words.promiseBroken;
  if (severity !== null) return words.severities[severity];
  if (channel === null) return language === 'fr' ? 'Étape' : 'Step';
  return words.channels[channel];
}

const FEMININE = /^(Relance|Prévenance|Mise|Transmission|Lettre|Étape)/u;

/** `prévue` for a relance, `prévu` for an appel. */
function agreed(step: string): string {
  return FEMININE.test(step) ? 'prévue' : 'prévu';
}

function lower(step: string): string {
  return step === 'SMS' ? step : `${step.charAt(0).toLowerCase()}${step.slice(1)}`;
}

/** `27/11`, with the year when it is another than today's. */
function shortDay(date: CalendarDate, today: CalendarDate): string {
  const written = formatDate(date);
  return partsOf(date).year === partsOf(today).year ? written.slice(0, 5) : written;
}

/** `9 h 05`; in English `9:05`. */
function timeOf(minuteOfDay: number, language: Language): string {
  const minutes = minuteOfDay % 60;
  const hours = (minuteOfDay - minutes) / 60;
  const padded = String(minutes).padStart(2, '0');
  return language === 'fr' ? `${hours} h ${padded}` : `${hours}:${padded}`;
}
