/** Sentences of the day's batch: what a message is for, what holds all of them, what to look at. */
import type { DunningVerdict } from '../domain/dunning/dunning-verdict.ts';
import { bilingual } from './bilingual.ts';

type GroupLabels = Readonly<Partial<Record<DunningVerdict, string>>>;

interface PaymentWords {
  readonly amount: string;
  readonly on: string;
}

interface BatchWords {
  /** Headings of the groups left out, where the sentence of one item needs its figures. */
  readonly groups: GroupLabels;
  readonly guards: Readonly<Record<string, string>>;
  readonly promiseBroken: string;
  readonly planned: (given: {
    readonly step: string;
    readonly count: number;
    readonly days: number | null;
    readonly by: string;
  }) => string;
  readonly warnings: {
    readonly ceiling: string;
    readonly estimated_date: string;
    readonly go_live: string;
    readonly fallback: string;
    readonly vip: string;
  };
  readonly leftOut: {
    readonly not_planned: string;
    readonly not_written: string;
    readonly claimed: string;
  };
  readonly because: {
    readonly override: string;
    readonly everybody: string;
    readonly rule: (criteria: string) => string;
    readonly none: string;
  };
  readonly nothingOpen: string;
  readonly thanks: {
    /** The group they stand under. */
    readonly group: string;
    readonly row: (given: PaymentWords & { readonly documents: string }) => string;
    readonly planned: (given: PaymentWords) => string;
    readonly thanked: (given: PaymentWords) => string;
    readonly refused: (given: PaymentWords & { readonly why: string }) => string;
  };
  readonly whyPlanned: (amount: string, step: string) => string;
  readonly whyMixed: (chased: string, held: string) => string;
  readonly whyHeld: (amount: string, sentence: string) => string;
  readonly conditions: {
    readonly import_equal: (differing: number) => string;
    readonly lettering_accepted: string;
    readonly terms_confirmed: (unconfirmed: number) => string;
    readonly test_received: string;
  };
}

export const dunningBatchText = bilingual<BatchWords>({
  fr: {
    groups: {
      no_scenario: 'Sans scénario.',
      not_in_pilot: 'Hors du groupe pilote.',
      uncertain: 'Un envoi est incertain.',
      sending_failed: 'Un envoi a échoué.',
      in_outbox: 'Un message est en attente.',
      plan_forfeited: 'Échéancier rompu, à décider.',
      scenario_ended: 'Scénario terminé, à décider.',
      step_not_reached: 'Étape suivante pas encore atteinte.',
      rep_notice_pending: 'Le commercial est prévenu.',
      below_step_floor: 'Sous le plancher de l’étape.',
      unread_reply: 'Une réponse n’est pas lue.',
      exchange_recent: 'Échange récent : les relances attendent.',
      already_sent_today: 'Un message est parti aujourd’hui.',
      interval: 'Message récent : l’intervalle court.',
      monthly_cap: 'Plafond mensuel de messages atteint.',
      contact_away: 'Interlocuteur absent.',
      payer_closed: 'Client fermé.',
      pause: 'Pause des relances.',
      closed_day: 'Jour non ouvré.',
      stale_data: 'Banque trop ancienne.',
      sending_locked: 'Envois verrouillés.',
      no_address: 'Aucune coordonnée valable pour le canal de l’étape.',
      in_turn: 'Une facture par message : attend son tour.',
      residue: 'Petit reste : n’entraîne pas de message.',
      other_currency: 'Autre devise : un autre jour.',
    },
    guards: {
      restored:
        'Ce dossier a été restauré d’une copie : vérifiez ce qui est parti depuis, puis confirmez dans la boîte d’envoi.',
      other_computer:
        'Ce dossier vient d’un autre ordinateur : confirmez dans la boîte d’envoi que celui-ci peut envoyer.',
      clock_back:
        'L’horloge de l’ordinateur est en retard sur le dernier enregistrement : réglez-la avant d’envoyer.',
      not_ready:
        'Les envois sont verrouillés : les conditions de mise en route ne sont pas toutes remplies.',
      mail_not_set:
        'Aucun compte de messagerie n’est réglé : complétez Réglages › E-mail, ou exportez les e-mails en brouillons depuis la boîte d’envoi.',
      bank_unknown:
        'La banque n’est pas connue : importez une comptabilité avec ses règlements, ou dites pourquoi envoyer sans elle.',
      bank_stale:
        'La banque est trop ancienne : importez les derniers règlements, ou dites pourquoi envoyer sans eux.',
      paused: 'Les envois sont en pause.',
    },
    promiseBroken: 'Promesse non tenue',
    planned: ({ step, count, days, by }) =>
      `${step} ${by} pour ${count} facture${count > 1 ? 's' : ''}${
        days === null || days <= 0 ? '' : `, la plus ancienne en retard de ${days} jours`
      }.`,
    warnings: {
      ceiling: 'Montant au-dessus du plafond de l’étape.',
      estimated_date: 'Échéance estimée, à confirmer avec le client.',
      go_live: 'Premiers envois : chaque message se confirme.',
      fallback: 'Autre canal que celui de l’étape.',
      vip: 'Client VIP.',
    },
    leftOut: {
      not_planned: 'n’est plus prévu : la situation a changé.',
      not_written: 'le modèle ne peut pas être rempli.',
      claimed: 'un message est déjà parti ou en attente aujourd’hui.',
    },
    because: {
      override: 'choisi pour ce client',
      everybody: 'règle générale',
      rule: (criteria) => `règle « ${criteria} »`,
      none: 'aucune règle ne convient',
    },
    nothingOpen: 'Rien n’est ouvert pour ce client.',
    thanks: {
      group: 'Remerciements',
      row: ({ amount, on, documents }) => `${amount} reçus le ${on} : ${documents}.`,
      planned: ({ amount, on }) => `${amount} reçus le ${on} : remerciement prévu aujourd’hui.`,
      thanked: ({ amount, on }) =>
        `${amount} reçus le ${on} : le remerciement est dans la boîte d’envoi, ou déjà parti.`,
      refused: ({ amount, on, why }) => `${amount} reçus le ${on}, sans remerciement. ${why}`,
    },
    whyPlanned: (amount, step) => `${amount} à relancer aujourd’hui : ${step}.`,
    whyMixed: (chased, held) => `${chased} à relancer aujourd’hui ; ${held} attendent.`,
    whyHeld: (amount, sentence) => `Pas de relance aujourd’hui (${amount} échus) : ${sentence}`,
    conditions: {
      import_equal: (differing) =>
        differing === 0
          ? 'Les totaux importés égalent ceux du fichier, client par client.'
          : `${differing} clients dont les totaux diffèrent du fichier : ils ne seront pas relancés.`,
      lettering_accepted:
        'L’état du lettrage est accepté : la liste « à lettrer d’abord » a été vue.',
      terms_confirmed: (unconfirmed) =>
        unconfirmed === 0
          ? 'Toutes les échéances sont confirmées.'
          : `Échéances estimées chez ${unconfirmed} clients : rien n’y part sans confirmation.`,
      test_received: 'Un message d’essai a été reçu et relu.',
    },
  },
  en: {
    groups: {
      no_scenario: 'Without a scenario.',
      not_in_pilot: 'Outside the pilot group.',
      uncertain: 'A sending is uncertain.',
      sending_failed: 'A sending failed.',
      in_outbox: 'A message is waiting.',
      plan_forfeited: 'Instalment plan broken, to be decided.',
      scenario_ended: 'Scenario ended, to be decided.',
      step_not_reached: 'Next step not reached yet.',
      rep_notice_pending: 'The sales rep has been told.',
      below_step_floor: 'Below the floor of the step.',
      unread_reply: 'A reply is unread.',
      exchange_recent: 'Recent exchange: reminders wait.',
      already_sent_today: 'A message left today.',
      interval: 'Recent message: the interval runs.',
      monthly_cap: 'Monthly cap of messages reached.',
      contact_away: 'Contact away.',
      payer_closed: 'Customer closed.',
      pause: 'Pause of reminders.',
      closed_day: 'Not a working day.',
      stale_data: 'Bank too old.',
      sending_locked: 'Sending locked.',
      no_address: 'No valid address for the channel of the step.',
      in_turn: 'One invoice a message: waits for its turn.',
      residue: 'Small rest: drives no message.',
      other_currency: 'Other currency: another day.',
    },
    guards: {
      restored:
        'This file was restored from a copy: check what has left since, then confirm in the outbox.',
      other_computer:
        'This file comes from another computer: confirm in the outbox that this one may send.',
      clock_back: 'The clock of the computer is behind the last record: set it before sending.',
      not_ready: 'Sending is locked: the go-live conditions are not all met.',
      mail_not_set:
        'No mail account is set: complete Settings › E-mail, or export the e-mails as drafts from the outbox.',
      bank_unknown:
        'Nothing of the bank is known: import a ledger with its receipts, or say why to send without it.',
      bank_stale: 'The bank is too old: import the last receipts, or say why to send without them.',
      paused: 'Sending is paused.',
    },
    promiseBroken: 'Broken promise',
    planned: ({ step, count, days, by }) =>
      `${step} ${by} for ${count} invoice${count > 1 ? 's' : ''}${
        days === null || days <= 0 ? '' : `, the oldest ${days} days late`
      }.`,
    warnings: {
      ceiling: 'Above the ceiling of the step.',
      estimated_date: 'Estimated due date, to be confirmed with the customer.',
      go_live: 'First batches: each message is confirmed.',
      fallback: 'Another channel than that of the step.',
      vip: 'VIP customer.',
    },
    leftOut: {
      not_planned: 'is no longer planned: the situation has changed.',
      not_written: 'the template cannot be filled in.',
      claimed: 'a message has left or waits already today.',
    },
    because: {
      override: 'chosen for this customer',
      everybody: 'general rule',
      rule: (criteria) => `rule “${criteria}”`,
      none: 'no rule fits',
    },
    nothingOpen: 'Nothing is open for this customer.',
    thanks: {
      group: 'Thank-yous',
      row: ({ amount, on, documents }) => `${amount} received on ${on}: ${documents}.`,
      planned: ({ amount, on }) => `${amount} received on ${on}: thank-you planned today.`,
      thanked: ({ amount, on }) =>
        `${amount} received on ${on}: the thank-you is in the outbox, or has left.`,
      refused: ({ amount, on, why }) => `${amount} received on ${on}, without a thank-you. ${why}`,
    },
    whyPlanned: (amount, step) => `${amount} to chase today: ${step}.`,
    whyMixed: (chased, held) => `${chased} to chase today; ${held} wait.`,
    whyHeld: (amount, sentence) => `No reminder today (${amount} overdue): ${sentence}`,
    conditions: {
      import_equal: (differing) =>
        differing === 0
          ? 'Imported totals equal those of the file, customer by customer.'
          : `${differing} customers whose totals differ from the file: they will not be chased.`,
      lettering_accepted:
        'The state of matching is accepted: the list « to match first » was seen.',
      terms_confirmed: (unconfirmed) =>
        unconfirmed === 0
          ? 'All due dates are confirmed.'
          : `Estimated due dates at ${unconfirmed} customers: nothing leaves there unconfirmed.`,
      test_received: 'A test message was received and read.',
    },
  },
});
