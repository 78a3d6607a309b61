/** What follows when a message stays without an answer, as the message itself names it. */
import type { Severity } from '../domain/dunning/severity.ts';
import { bilingual } from './bilingual.ts';

type ByChannel = Readonly<Record<'written' | 'call', string>>;
type NextSteps = Readonly<Record<Severity, ByChannel>>;

export const NEXT_STEPS = bilingual<NextSteps>({
  fr: {
    notice: { written: 'un avis d’échéance', call: 'un appel de notre part' },
    reminder_1: { written: 'un premier rappel', call: 'un appel de notre part' },
    reminder_2: { written: 'un deuxième rappel', call: 'un appel de notre part' },
    reminder_3: { written: 'un dernier rappel par courrier', call: 'un appel de notre part' },
    formal_notice: { written: 'une mise en demeure', call: 'un appel de notre part' },
    hand_over: {
      written: 'la transmission du dossier à un tiers chargé du recouvrement',
      call: 'un appel de notre part',
    },
  },
  en: {
    notice: { written: 'a notice before the due date', call: 'a call from us' },
    reminder_1: { written: 'a first reminder', call: 'a call from us' },
    reminder_2: { written: 'a second reminder', call: 'a call from us' },
    reminder_3: { written: 'a final reminder by letter', call: 'a call from us' },
    formal_notice: { written: 'a formal notice', call: 'a call from us' },
    hand_over: {
      written: 'handing the file over to a third party for recovery',
      call: 'a call from us',
    },
  },
});

/** Where a claim comes from, as a formal notice says it when nobody said it more exactly. */
export const CLAIM_ORIGIN = bilingual<string>({
  fr: 'vos commandes et les livraisons ou prestations correspondantes',
  en: 'your orders and the corresponding deliveries or services',
});
