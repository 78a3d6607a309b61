/**
 * What each placeholder says for one message, written in the language of its reader.
 *
 * A placeholder without a value is left out: a condition on it is false, and a sentence that uses
 * it can't be written. `{facture}` and its kin speak of the oldest item due, or else of the first
 * to fall due; the table shows the others.
 */
import { formatIban } from '../../shared/domain/bank-account/iban.ts';
import type { MessageFacts, MessageItem } from '../../shared/domain/message/message.ts';
import type {
  ConditionPlaceholder,
  TextPlaceholder,
} from '../../shared/domain/message/placeholders.ts';
import { PAYMENT_METHODS } from '../../shared/domain/receivable/payment-method.ts';
import { formatCents } from '../../shared/format/amount.ts';
import { formatDay } from '../../shared/format/date.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import { NO_BREAK_SPACE } from '../../shared/format/spaces.ts';
import { type CalendarDate, partsOf } from '../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';
import { isPersonName } from '../../shared/text/person-name.ts';
import type { Scope } from './template-engine.ts';

const VALUE_LENGTH_MAX = 500;
const LISTED_MAX = 12;

type Value = string | number | null;

/** The values of the placeholders that have one. */
export function valuesOf(facts: MessageFacts): Scope {
  const scope: Record<string, string | number | boolean> = {};
  const texts: Record<TextPlaceholder, Value> = {
    ...peopleOf(facts),
    ...itemOf(facts),
    ...totalsOf(facts),
    ...paymentOf(facts),
    ...datesOf(facts),
    ...promiseAndReceiptOf(facts),
    ...disputeOf(facts),
    ...proceedingsOf(facts),
  };
  for (const [name, value] of Object.entries(texts)) {
    const shown = typeof value === 'string' ? oneLine(value, VALUE_LENGTH_MAX) : value;
    if (shown !== null && shown !== '') scope[name] = shown;
  }
  for (const [name, isTrue] of Object.entries(conditionsOf(facts))) {
    if (isTrue) scope[name] = true;
  }
  return scope;
}

/** The item that the singular placeholders speak of; null in a message without items. */
export function mainItemOf({ items }: Pick<MessageFacts, 'items'>): MessageItem | null {
  const first = (section: MessageItem['section']) =>
    items
      .filter((item) => item.section === section)
      .sort((one, other) => ((one.dueDate ?? '9999') < (other.dueDate ?? '9999') ? -1 : 1))[0];
  return first('due') ?? first('to_fall_due') ?? first('credit') ?? null;
}

type Some<Name extends TextPlaceholder> = Readonly<Record<Name, Value>>;

function peopleOf({
  recipient,
  issuer,
  sender,
  language,
}: MessageFacts): Some<
  | 'interlocuteur'
  | 'client'
  | 'n_client'
  | 'siren_client'
  | 'societe'
  | 'signataire'
  | 'fonction'
  | 'tel'
  | 'email'
  | 'ville'
> {
  return {
    interlocuteur: isPersonName(oneLine(recipient.contactName))
      ? recipient.contactName
      : MESSAGE_WORDS[language].salutation,
    client: recipient.name,
    n_client: recipient.code,
    siren_client: recipient.siren,
    societe: issuer.name,
    signataire: sender.name,
    fonction: sender.title,
    tel: unbroken(sender.phone === '' ? issuer.phone : sender.phone),
    email: sender.email === '' ? issuer.email : sender.email,
    ville: issuer.city,
  };
}

function itemOf(
  facts: MessageFacts,
): Some<
  'facture' | 'date_facture' | 'echeance' | 'montant' | 'reste_du' | 'jours_retard' | 'nb_factures'
> {
  const item = mainItemOf(facts);
  return {
    facture: item?.documentNumber ?? null,
    date_facture: item === null ? null : proseDate(item.documentDate, facts),
    echeance: item?.dueDate == null ? null : proseDate(item.dueDate, facts),
    montant: item === null ? null : amountOf(item.amountCents, facts),
    reste_du: item === null ? null : amountOf(item.outstandingCents, facts),
    jours_retard: item !== null && (item.daysLate ?? 0) > 0 ? item.daysLate : null,
    nb_factures: askedFor(facts).length,
  };
}

/** What the message is about: the items due, or all of them where none is. */
function askedFor({ items }: MessageFacts): readonly MessageItem[] {
  const due = items.filter((item) => item.section === 'due');
  return due.length > 0 ? due : items.filter((item) => item.section === 'to_fall_due');
}

function totalsOf(
  facts: MessageFacts,
): Some<
  | 'total_echu'
  | 'total_non_echu'
  | 'avoirs'
  | 'acomptes_non_affectes'
  | 'total_du'
  | 'solde'
  | 'taux'
  | 'penalites'
  | 'ifr'
  | 'total_general'
> {
  const { totals, charges, payment } = facts;
  const credits = positive(totals.creditsCents, facts);
  const balance =
    payment?.balanceCents ?? totals.overdueCents + totals.notDueCents - totals.creditsCents;
  return {
    total_echu: amountOf(totals.overdueCents, facts),
    total_non_echu: amountOf(totals.notDueCents, facts),
    avoirs: credits,
    acomptes_non_affectes: credits,
    total_du: amountOf(totals.dueCents, facts),
    solde: amountOf(balance, facts),
    taux: charges?.rateLabel ?? null,
    penalites: charges === null ? null : positive(charges.interestCents, facts),
    ifr: charges === null ? null : positive(charges.indemnityCents, facts),
    total_general: amountOf(charges?.totalCents ?? totals.dueCents, facts),
  };
}

function paymentOf({
  issuer,
  paymentReference,
  paymentLink,
  factor,
}: MessageFacts): Some<
  'iban' | 'bic' | 'titulaire' | 'ref_paiement' | 'lien_paiement' | 'affactureur'
> {
  const { iban, bic, holder } = issuer.bank;
  return {
    iban: unbroken(formatIban(iban)),
    bic,
    titulaire: holder,
    ref_paiement: paymentReference,
    lien_paiement: /^https:\/\/\S+$/u.test(paymentLink) ? paymentLink : null,
    affactureur: factor?.name ?? null,
  };
}

function datesOf(
  facts: MessageFacts,
): Some<
  | 'date_jour'
  | 'date_arrete'
  | 'date_banque'
  | 'date_limite'
  | 'delai_jours'
  | 'date_mail_precedent'
  | 'dates_relances'
  | 'etape_suivante'
  | 'date_etape_suivante'
> {
  const { today, bankDate, charges, nextStep, previousDates } = facts;
  const last = previousDates.at(-1);
  return {
    date_jour: proseDate(today, facts),
    date_arrete: proseDate(charges?.computedTo ?? today, facts),
    date_banque: bankDate === null ? null : proseDate(bankDate, facts),
    date_limite: proseDate(facts.deadline, facts),
    delai_jours: facts.deadlineDays,
    date_mail_precedent: last === undefined ? null : proseDate(last, facts),
    dates_relances: listOf(
      previousDates.map((day) => proseDate(day, facts)),
      facts,
    ),
    etape_suivante: nextStep?.label ?? null,
    date_etape_suivante: nextStep === null ? null : proseDate(nextStep.on, facts),
  };
}

function promiseAndReceiptOf(
  facts: MessageFacts,
): Some<
  | 'montant_promis'
  | 'date_promesse'
  | 'mode'
  | 'montant_recu'
  | 'date_reglement'
  | 'factures_soldees'
> {
  const { promise, payment } = facts;
  const words = MESSAGE_WORDS[facts.language].methods;
  const method = PAYMENT_METHODS.find((known) => known === promise?.method);
  return {
    montant_promis: promise === null ? null : amountOf(promise.amountCents, facts),
    date_promesse: promise === null ? null : proseDate(promise.on, facts),
    mode: method === undefined ? (promise?.method ?? null) : words[method],
    montant_recu: payment === null ? null : amountOf(payment.amountCents, facts),
    date_reglement: payment === null ? null : proseDate(payment.receivedOn, facts),
    factures_soldees: payment === null ? null : listOf(payment.documents, facts),
  };
}

function disputeOf(
  facts: MessageFacts,
): Some<
  'n_litige' | 'motif' | 'responsable' | 'delai_reponse' | 'montant_litige' | 'montant_non_conteste'
> {
  const { dispute, totals } = facts;
  if (dispute === null) {
    return {
      n_litige: null,
      motif: null,
      responsable: null,
      delai_reponse: null,
      montant_litige: null,
      montant_non_conteste: null,
    };
  }
  const owed = totals.overdueCents + totals.notDueCents - totals.creditsCents;
  return {
    n_litige: dispute.reference,
    motif: dispute.reason,
    responsable: dispute.owner,
    delai_reponse: dispute.answerBy === null ? null : proseDate(dispute.answerBy, facts),
    montant_litige: amountOf(dispute.amountCents, facts),
    montant_non_conteste: positive(owed - dispute.amountCents, facts),
  };
}

function proceedingsOf(
  facts: MessageFacts,
): Some<
  | 'origine'
  | 'n_recommande'
  | 'pieces_jointes'
  | 'mandataire'
  | 'mandataire_qualite'
  | 'mandataire_adresse'
  | 'ref_dossier'
  | 'date_mise_en_demeure'
  | 'mediateur'
  | 'phrase_libre'
> {
  const { handOver, issuer } = facts;
  const formalNoticeOn = handOver?.formalNoticeOn ?? null;
  return {
    origine: facts.origin,
    n_recommande: facts.registeredNumber,
    pieces_jointes: listOf(facts.enclosures, facts),
    mandataire: handOver?.agentName ?? null,
    mandataire_qualite: handOver?.agentQuality ?? null,
    mandataire_adresse: handOver?.agentAddress ?? null,
    ref_dossier: handOver?.fileReference ?? null,
    date_mise_en_demeure: formalNoticeOn === null ? null : proseDate(formalNoticeOn, facts),
    mediateur: issuer.mediator,
    phrase_libre: facts.freeSentence,
  };
}

function conditionsOf(facts: MessageFacts): Readonly<Record<ConditionPlaceholder, boolean>> {
  const { profile } = facts.recipient;
  const { payment, totals } = facts;
  const balance =
    payment?.balanceCents ?? totals.overdueCents + totals.notDueCents - totals.creditsCents;
  return {
    professionnel: profile !== 'consumer',
    consommateur: profile === 'consumer',
    secteur_public: profile === 'public',
    plusieurs_factures: askedFor(facts).length > 1,
    compte_a_jour: balance <= 0,
  };
}

function amountOf(amount: Cents, { currency, language }: MessageFacts): string {
  return formatCents(amount, { currency, language, style: 'document' });
}

function positive(amount: Cents, facts: MessageFacts): string | null {
  return amount > 0 ? amountOf(amount, facts) : null;
}

/** A number in groups, kept on one line: broken, it is copied badly. */
function unbroken(text: string): string {
  return oneLine(text).replaceAll(' ', NO_BREAK_SPACE);
}

/** `27 novembre 2026`, never broken across two lines. */
function proseDate(date: CalendarDate, { language }: MessageFacts): string {
  return `${formatDay(date, { language })}${NO_BREAK_SPACE}${partsOf(date).year}`;
}

/** `A, B et C`; a long list ends with how many others there are. */
function listOf(words: readonly string[], { language }: MessageFacts): string {
  const { and, others } = MESSAGE_WORDS[language];
  const isCut = words.length > LISTED_MAX;
  const shown = isCut
    ? [...words.slice(0, LISTED_MAX - 1), others(words.length - LISTED_MAX + 1)]
    : [...words];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${and} ${last}`;
}
