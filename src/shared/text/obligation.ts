/** The sentence of an obligation of the morning (Block 0). */
import type { Obligation } from '../domain/priority/obligations.ts';
import { formatCents } from '../format/amount.ts';
import { formatDay } from '../format/date.ts';
import type { Language } from '../format/language.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { bilingual } from './bilingual.ts';

const words = bilingual({
  fr: {
    reject: (amount: string, day: string) => `Règlement revenu impayé le ${day} : ${amount}`,
    broken_promise: (amount: string, day: string) =>
      `Promesse non tenue, banque connue : ${amount} attendus avant le ${day}`,
    plan_missed: (amount: string, day: string) =>
      `Échéancier : part non reçue, banque connue, ${amount} attendus avant le ${day}`,
    plan_unsigned: (amount: string, day: string) => `Échéancier non signé au ${day} : ${amount}`,
    dispute_answer: (amount: string, day: string) =>
      `Réponse à donner au litige avant le ${day} : ${amount}`,
    call_back: (_amount: string, day: string) => `Rappel convenu pour le ${day}`,
    task: (_amount: string, day: string) => `Tâche prévue pour le ${day}`,
    hold_review: (amount: string, day: string) =>
      `Suspension à revoir depuis le ${day} : ${amount}`,
    mark_review: (_amount: string, day: string) => `Marque à revoir depuis le ${day}`,
    solvency_review: (_amount: string, day: string) => `Solvabilité à revoir depuis le ${day}`,
    guarantee_end: (_amount: string, day: string) => `Fin d’une garantie le ${day}`,
    bill_return: (amount: string, day: string) =>
      `Effet à accepter, pas revenu depuis plus de 7 jours (${day}) : ${amount}`,
    bill_unpaid: (amount: string, day: string) => `Effet revenu impayé le ${day} : ${amount}`,
    factored_back: (amount: string, day: string) =>
      `Facture définancée par le factor le ${day} : ${amount}`,
    retention_release: (amount: string, day: string) =>
      `Retenue de garantie à réclamer depuis le ${day} : ${amount}`,
    insurer_deadline: (amount: string, day: string) =>
      `À déclarer à l’assureur-crédit avant le ${day} : ${amount}`,
    reply: (_amount: string, day: string) => `Réponse non lue du ${day}`,
    order_waiting: (amount: string) => `Commande en attente de déblocage : ${amount}`,
    deadline: (amount: string, day: string) => `Dernier jour utile le ${day} : ${amount}`,
  },
  en: {
    reject: (amount: string, day: string) => `Payment returned unpaid on ${day}: ${amount}`,
    broken_promise: (amount: string, day: string) =>
      `Broken promise, bank known: ${amount} expected by ${day}`,
    plan_missed: (amount: string, day: string) =>
      `Instalment plan: part not received, bank known, ${amount} expected by ${day}`,
    plan_unsigned: (amount: string, day: string) => `Plan not signed by ${day}: ${amount}`,
    dispute_answer: (amount: string, day: string) =>
      `Answer to the dispute due by ${day}: ${amount}`,
    call_back: (_amount: string, day: string) => `Call back agreed for ${day}`,
    task: (_amount: string, day: string) => `Task due ${day}`,
    hold_review: (amount: string, day: string) => `Stop to review since ${day}: ${amount}`,
    mark_review: (_amount: string, day: string) => `Mark to review since ${day}`,
    solvency_review: (_amount: string, day: string) => `Solvency to review since ${day}`,
    guarantee_end: (_amount: string, day: string) => `A guarantee ends on ${day}`,
    bill_return: (amount: string, day: string) =>
      `Bill to accept, not back after 7 days (${day}): ${amount}`,
    bill_unpaid: (amount: string, day: string) => `Bill returned unpaid on ${day}: ${amount}`,
    factored_back: (amount: string, day: string) =>
      `Invoice taken back from the factor on ${day}: ${amount}`,
    retention_release: (amount: string, day: string) =>
      `Retention of guarantee to be claimed since ${day}: ${amount}`,
    insurer_deadline: (amount: string, day: string) =>
      `To be declared to the credit insurer before ${day}: ${amount}`,
    reply: (_amount: string, day: string) => `Unread reply of ${day}`,
    order_waiting: (amount: string) => `Order waiting for release: ${amount}`,
    deadline: (amount: string, day: string) => `Last useful day ${day}: ${amount}`,
  },
});

/** What is owed to this payer today, with its figures. */
export function obligationSentence(
  obligation: Obligation,
  today: CalendarDate,
  language: Language,
): string {
  const { currency } = obligation;
  const amount = formatCents(obligation.amountCents, { language, currency });
  return words[language][obligation.kind](
    amount,
    formatDay(obligation.deadline, { today, language }),
  );
}
