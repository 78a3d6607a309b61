/**
 * Sentences of what people do by hand: why somebody is called, what is left on a machine, what the
 * sales office and the sales reps are written.
 */
import type { CallWarning } from '../domain/contact-log/call-limits.ts';
import { bilingual } from './bilingual.ts';

interface BlockFigures {
  readonly name: string;
  readonly code: string;
  readonly amount: string;
  /** The items, one line each. */
  readonly lines: readonly string[];
  readonly reason: string;
  /** Who decides; empty for nobody in particular. */
  readonly decidedBy: string;
  readonly signature: string;
}

interface RepFigures {
  readonly name: string;
  readonly answerBy: string;
  readonly lines: readonly string[];
  readonly total: string;
  readonly signature: string;
}

interface Words {
  readonly warnings: Readonly<Record<CallWarning, (figures: WarningFigures) => string>>;
  readonly task: (day: string, comment: string) => string;
  readonly scriptProblem: string;
  readonly shortMessageProblem: string;
  readonly voicemail: (sender: string, company: string, phone: string) => string;
  readonly neutral: (company: string, phone: string) => string;
  readonly shortMessageSubject: string;
  readonly shortMessageLogged: (number: string) => string;
  readonly switchboard: string;
  readonly block: {
    readonly sentence: (figures: { count: number; days: number | null }) => string;
    readonly blocked: (since: string, open: string) => string;
    readonly toRelease: (since: string) => string;
    readonly askSubject: (figures: BlockFigures) => string;
    readonly askText: (figures: BlockFigures) => string;
    readonly releaseSubject: (figures: BlockFigures) => string;
    readonly releaseText: (figures: BlockFigures) => string;
    readonly releaseReasons: Readonly<Record<'paid' | 'decision', string>>;
    readonly fileName: (code: string) => string;
    readonly item: (document: string, due: string, amount: string) => string;
  };
  readonly rep: {
    readonly subject: (answerBy: string) => string;
    readonly text: (figures: RepFigures) => string;
    readonly customer: (name: string, code: string) => string;
    readonly item: (figures: {
      readonly document: string;
      readonly due: string;
      readonly amount: string;
      readonly step: string;
      readonly on: string;
    }) => string;
  };
}

interface WarningFigures {
  readonly count: number;
  readonly from: string;
  readonly until: string;
}

const paragraphs = (...parts: readonly (string | readonly string[])[]) =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.join('\n')))
    .filter((part) => part !== '')
    .join('\n\n');

export const callsText = bilingual<Words>({
  fr: {
    warnings: {
      closed_day: () => 'Jour non ouvré : attendre, sauf demande du client.',
      outside_hours: ({ from, until }) =>
        `Hors des heures d’appel (${from} à ${until}) : attendre, sauf demande du client.`,
      day_cap: ({ count }) =>
        `Déjà ${count} tentative${count > 1 ? 's' : ''} aujourd’hui : essayer un autre canal.`,
      week_cap: ({ count }) =>
        `Déjà ${count} tentatives en sept jours : essayer un autre canal ou laisser du temps.`,
    },
    task: (day, comment) => `Rappel prévu le ${day}${comment === '' ? '' : ` : ${comment}`}`,
    scriptProblem: 'Le script ne peut pas être rempli : rien d’échu, ou une valeur manque.',
    shortMessageProblem: 'Le SMS ne peut pas être rempli : rien d’échu, ou une valeur manque.',
    voicemail: (sender, company, phone) =>
      `${sender === company ? company : `${sender}, de ${company}`}, pour le service comptable. Merci de me rappeler${
        phone === '' ? '' : ` au ${phone}`
      }.`,
    neutral: (company, phone) =>
      `${company}, service comptable : merci de nous rappeler${phone === '' ? '' : ` au ${phone}`}.`,
    shortMessageSubject: 'SMS',
    shortMessageLogged: (number) => `SMS au ${number}`,
    switchboard: 'Standard',
    block: {
      sentence: ({ count, days }) =>
        `${count} facture${count > 1 ? 's' : ''} échue${count > 1 ? 's' : ''}${
          days === null ? '' : `, la plus ancienne en retard de ${days} jours`
        }, malgré les relances.`,
      blocked: (since, open) => `Blocage demandé le ${since} ; reste dû ${open}.`,
      toRelease: (since) => `Payé : le blocage demandé le ${since} est à lever.`,
      askSubject: ({ name, amount }) => `Blocage des commandes proposé : ${name}, ${amount}`,
      askText: ({ name, code, amount, lines, reason, decidedBy, signature }) =>
        paragraphs(
          'Bonjour,',
          `Je propose de bloquer les commandes du client ${name} (${code}) : ${amount} échus.`,
          `Motif : ${reason}`,
          decidedBy === '' ? '' : `Décision : ${decidedBy}.`,
          lines,
          'Merci de me dire si le blocage est fait. Je vous écris dès que le client a payé.',
          signature,
        ),
      releaseSubject: ({ name }) => `Commandes à débloquer : ${name}`,
      releaseText: ({ name, code, reason, signature }) =>
        paragraphs(
          'Bonjour,',
          `Les commandes du client ${name} (${code}) peuvent être débloquées : ${reason}`,
          signature,
        ),
      releaseReasons: {
        paid: 'le montant pour lequel elles étaient bloquées est réglé.',
        decision: 'il en a été décidé ainsi.',
      },
      fileName: (code) => `Blocage ${code}`,
      item: (document, due, amount) =>
        `- ${document}${due === '' ? '' : `, échue le ${due}`} : ${amount}`,
    },
    rep: {
      subject: (answerBy) => `Relances à venir chez vos clients : réponse avant le ${answerBy}`,
      text: ({ name, answerBy, lines, total, signature }) =>
        paragraphs(
          `Bonjour ${name},`,
          'Sans avis contraire de votre part, ces étapes auront lieu à leur date :',
          lines,
          `Total : ${total}.`,
          `Une raison d’en arrêter une ? Répondez-moi avant le ${answerBy}, avec le motif et la date à laquelle en reparler. Sans réponse, la relance suit son cours.`,
          signature,
        ),
      customer: (name, code) => `${name} (${code})`,
      item: ({ document, due, amount, step, on }) =>
        `- ${document}${due === '' ? '' : `, échéance ${due}`}, ${amount} : ${step} le ${on}`,
    },
  },
  en: {
    warnings: {
      closed_day: () => 'Not a working day: wait, unless the customer asked.',
      outside_hours: ({ from, until }) =>
        `Outside calling hours (${from} to ${until}): wait, unless the customer asked.`,
      day_cap: ({ count }) =>
        `Already ${count} attempt${count > 1 ? 's' : ''} today: try another channel.`,
      week_cap: ({ count }) =>
        `Already ${count} attempts in seven days: try another channel, or leave time.`,
    },
    task: (day, comment) => `Call back set for ${day}${comment === '' ? '' : `: ${comment}`}`,
    scriptProblem: 'The script cannot be filled in: nothing is overdue, or a value is missing.',
    shortMessageProblem: 'The SMS cannot be filled in: nothing is overdue, or a value is missing.',
    voicemail: (sender, company, phone) =>
      `${sender === company ? company : `${sender} from ${company}`}, for the accounts department. Please call me back${
        phone === '' ? '' : ` on ${phone}`
      }.`,
    neutral: (company, phone) =>
      `${company}, accounts department: please call us back${phone === '' ? '' : ` on ${phone}`}.`,
    shortMessageSubject: 'SMS',
    shortMessageLogged: (number) => `SMS to ${number}`,
    switchboard: 'Switchboard',
    block: {
      sentence: ({ count, days }) =>
        `${count} overdue invoice${count > 1 ? 's' : ''}${
          days === null ? '' : `, the oldest ${days} days late`
        }, in spite of reminders.`,
      blocked: (since, open) => `Block asked for on ${since}; ${open} still owed.`,
      toRelease: (since) => `Paid: the block asked for on ${since} is to be released.`,
      askSubject: ({ name, amount }) => `Order block proposed: ${name}, ${amount}`,
      askText: ({ name, code, amount, lines, reason, decidedBy, signature }) =>
        paragraphs(
          'Hello,',
          `I propose to block the orders of ${name} (${code}): ${amount} overdue.`,
          `Reason: ${reason}`,
          decidedBy === '' ? '' : `Decision: ${decidedBy}.`,
          lines,
          'Please tell me whether the block is in place. I will write as soon as they have paid.',
          signature,
        ),
      releaseSubject: ({ name }) => `Orders to release: ${name}`,
      releaseText: ({ name, code, reason, signature }) =>
        paragraphs(
          'Hello,',
          `The orders of ${name} (${code}) may be released: ${reason}`,
          signature,
        ),
      releaseReasons: {
        paid: 'the amount for which they were blocked is paid.',
        decision: 'it was so decided.',
      },
      fileName: (code) => `Block ${code}`,
      item: (document, due, amount) =>
        `- ${document}${due === '' ? '' : `, due ${due}`}: ${amount}`,
    },
    rep: {
      subject: (answerBy) => `Reminders to come for your customers: answer by ${answerBy}`,
      text: ({ name, answerBy, lines, total, signature }) =>
        paragraphs(
          `Hello ${name},`,
          'Unless you say otherwise, these steps will be taken on their day:',
          lines,
          `Total: ${total}.`,
          `A reason to stop one of them? Answer me by ${answerBy}, with the reason and the day to look at it again. Without an answer, it goes on.`,
          signature,
        ),
      customer: (name, code) => `${name} (${code})`,
      item: ({ document, due, amount, step, on }) =>
        `- ${document}${due === '' ? '' : `, due ${due}`}, ${amount}: ${step} on ${on}`,
    },
  },
});
