/** Where a plan or a settlement stands, in one sentence. */
import type { JudgedAgreement } from '../domain/agreement/judge-agreement.ts';
import { formatCents } from '../format/amount.ts';
import { formatDay } from '../format/date.ts';
import type { Language } from '../format/language.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { bilingual } from './bilingual.ts';

interface Figures {
  readonly open: string;
  readonly waived: string;
  readonly next: string;
  readonly nextDay: string;
  readonly answerBy: string;
  readonly rank: string;
}

const words = bilingual({
  fr: {
    drafted: ({ answerBy }: Figures) =>
      `Échéancier à envoyer : relances suspendues jusqu’au ${answerBy}, date de retour signé.`,
    sent: ({ answerBy }: Figures) =>
      `Échéancier envoyé, retour signé attendu avant le ${answerBy} ; relances suspendues d’ici là.`,
    unsigned: ({ answerBy }: Figures) =>
      `Échéancier non signé au ${answerBy} : les pièces sont relancées de nouveau.`,
    running: ({ next, nextDay, rank }: Figures) =>
      `Échéancier en cours : part ${rank} de ${next} attendue le ${nextDay}.`,
    missed: ({ next, nextDay, rank }: Figures) =>
      `Part ${rank} du ${nextDay} non reçue, banque connue : il manque ${next}. À décider.`,
    kept: () => 'Échéancier respecté : toutes les parts sont reçues.',
    forfeited: ({ open }: Figures) =>
      `Déchéance prononcée : ${open} redevenus exigibles, suite à décider.`,
    ended: () => 'Mis fin à l’accord : les pièces sont rendues aux relances.',
    paid: ({ waived }: Figures) => `Somme convenue reçue à temps : ${waived} à passer en perte.`,
    written_off: ({ waived }: Figures) => `Somme convenue reçue : ${waived} passés en perte.`,
    lapsed: ({ nextDay }: Figures) =>
      `Offre caduque : somme non reçue au ${nextDay}, la créance entière est due.`,
    offered: ({ next, nextDay, waived }: Figures) =>
      `Offre de solde : ${next} attendus avant le ${nextDay}, remise de ${waived} sinon perdue.`,
  },
  en: {
    drafted: ({ answerBy }: Figures) =>
      `Plan to send: reminders on hold until ${answerBy}, the day of its signed return.`,
    sent: ({ answerBy }: Figures) =>
      `Plan sent, signed return expected by ${answerBy}; reminders on hold until then.`,
    unsigned: ({ answerBy }: Figures) =>
      `Plan not signed by ${answerBy}: its items are chased again.`,
    running: ({ next, nextDay, rank }: Figures) =>
      `Plan running: part ${rank} of ${next} expected on ${nextDay}.`,
    missed: ({ next, nextDay, rank }: Figures) =>
      `Part ${rank} of ${nextDay} not received, bank known: ${next} missing. To be decided.`,
    kept: () => 'Plan kept: all its parts were received.',
    forfeited: ({ open }: Figures) =>
      `Forfeiture pronounced: ${open} due again, what follows is to be decided.`,
    ended: () => 'Agreement ended: its items are given back to reminders.',
    paid: ({ waived }: Figures) => `Agreed amount received in time: ${waived} to write off.`,
    written_off: ({ waived }: Figures) => `Agreed amount received: ${waived} written off.`,
    lapsed: ({ nextDay }: Figures) =>
      `Offer lapsed: amount not received by ${nextDay}, the full claim is due.`,
    offered: ({ next, nextDay, waived }: Figures) =>
      `Settlement offered: ${next} expected by ${nextDay}, else the discount of ${waived} is lost.`,
  },
});

/** The sentence of an agreement, with its figures. */
export function agreementSentence(
  judged: JudgedAgreement & { readonly currency: string },
  today: CalendarDate,
  language: Language,
): string {
  const { agreement, state, parts, next, openCents, currency } = judged;
  const amount = (value: number) => formatCents(value, { language, currency });
  const day = (date: CalendarDate) => formatDay(date, { today, language });
  const part = next ?? parts.at(-1);
  const isOffered = agreement.kind === 'settlement' && state === 'running';
  return words[language][isOffered ? 'offered' : state]({
    open: amount(openCents),
    waived: amount(agreement.waivedCents),
    next: amount(part?.openCents ?? 0),
    nextDay: part === undefined ? '' : day(part.dueDate),
    answerBy: day(agreement.answerBy),
    rank: `${part?.rank ?? 0}/${agreement.parts.length}`,
  });
}
