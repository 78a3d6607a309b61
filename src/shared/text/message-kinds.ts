/** The names of messages and tones, as lists and the editor show them. */
import type { Tone } from '../domain/dunning/scenario.ts';
import type { MessageKind } from '../domain/message/message.ts';
import type { Bilingual } from './bilingual.ts';

export const MESSAGE_KIND_LABELS: Bilingual<Readonly<Record<MessageKind, string>>> = {
  fr: {
    notice: 'Prévenance',
    reminder_1: 'Relance 1',
    reminder_2: 'Relance 2',
    reminder_3: 'Dernier rappel',
    formal_notice: 'Mise en demeure',
    formal_notice_consumer: 'Mise en demeure d’un particulier',
    thank_you: 'Remerciement',
    thank_you_late: 'Remerciement après retard',
    promise_confirmation: 'Confirmation de promesse',
    promise_broken: 'Promesse non tenue',
    dispute_received: 'Réclamation reçue',
    statement: 'Relevé de compte',
    duplicates: 'Copies de factures',
    hand_over: 'Transmission à un tiers',
    call_script: 'Script d’appel',
    sms: 'SMS',
  },
  en: {
    notice: 'Pre-due notice',
    reminder_1: 'Reminder 1',
    reminder_2: 'Reminder 2',
    reminder_3: 'Final reminder',
    formal_notice: 'Formal notice',
    formal_notice_consumer: 'Formal notice to a consumer',
    thank_you: 'Thank-you',
    thank_you_late: 'Thank-you after a delay',
    promise_confirmation: 'Promise confirmation',
    promise_broken: 'Broken promise',
    dispute_received: 'Complaint received',
    statement: 'Statement of account',
    duplicates: 'Copies of invoices',
    hand_over: 'Hand-over to a third party',
    call_script: 'Call script',
    sms: 'SMS',
  },
};

export const TONE_LABELS: Bilingual<Readonly<Record<Tone, string>>> = {
  fr: { good: 'bon payeur', occasional: 'occasionnel', chronic: 'chronique' },
  en: { good: 'good payer', occasional: 'occasional', chronic: 'chronic' },
};
