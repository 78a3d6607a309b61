import { describe, expect, test } from 'vitest';
import { REFUSAL_KINDS } from '../../../../src/shared/domain/mail/refusal-kind.ts';
import { SEND_FAULTS } from '../../../../src/shared/domain/mail/send-outcome.ts';
import {
  mailProblemSentence,
  mailText,
  refusalAdvice,
  stepAdvice,
} from '../../../../src/shared/text/mail.ts';

const NO_BREAK = '\u00a0';

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test('every refusal and fault says what happened and what to do, in whole sentences', () => {
    const { refusal, fault } = mailText[language];
    for (const advice of [
      ...REFUSAL_KINDS.map((kind) => refusal[kind]),
      ...SEND_FAULTS.map((code) => fault[code]),
    ]) {
      for (const words of [advice.said, advice.toDo]) expect(words).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});

test('Microsoft’s refusal of all passwords has its own advice', () => {
  const reply = { smtpCode: 535, enhancedCode: '5.7.139', text: '' };
  expect(refusalAdvice({ phase: 'authentication', ...reply }, 'fr').toDo).toContain(
    'SMTP authentifié',
  );
  expect(refusalAdvice({ phase: 'message', ...reply, smtpCode: 550 }, 'fr')).toBe(
    mailText.fr.refusal.policy,
  );
});

test('a step’s advice follows from its fault, or from the server’s words and the step', () => {
  const step = { step: 'sender', isDone: false, seen: '', reply: null } as const;
  const reply = { smtpCode: 550, enhancedCode: '', text: 'no' };
  expect(stepAdvice({ ...step, isDone: true, fault: null }, 'fr')).toBeNull();
  expect(stepAdvice({ ...step, fault: 'timeout' }, 'en')).toBe(mailText.en.fault.timeout);
  expect(stepAdvice({ ...step, fault: 'refused', reply }, 'fr')).toBe(
    mailText.fr.refusal.sender_refused,
  );
  expect(stepAdvice({ ...step, step: 'greeting', fault: 'refused' }, 'fr')).toBe(
    mailText.fr.refusal.busy,
  );
});

test('a message that can’t be written says why', () => {
  const tooLarge = {
    code: 'mail_too_large',
    sizeBytes: 12_345_678,
    bytesMax: 10_000_000,
    fileName: 'F-1024.pdf',
  } as const;
  expect(mailProblemSentence(tooLarge, 'fr')).toBe(
    `Pièces trop lourdes : 12,3${NO_BREAK}Mo pour 10,0${NO_BREAK}Mo au plus. La plus lourde est « F-1024.pdf ». En retirer.`,
  );
  expect(mailProblemSentence({ ...tooLarge, fileName: '' }, 'en')).toBe(
    `Attachments too heavy: 12.3${NO_BREAK}MB for 10.0${NO_BREAK}MB at most. Take some off.`,
  );
  expect(mailProblemSentence({ code: 'no_addressee' }, 'fr')).toContain('Aucun destinataire');
  expect(mailProblemSentence({ code: 'mail_address_invalid', address: 'x' }, 'fr')).toContain(
    '« x »',
  );
});
