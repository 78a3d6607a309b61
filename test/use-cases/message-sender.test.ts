/** Who signs a message: nobody signs a level above his own. */
import { expect, test } from 'vitest';
import { messageSender } from '../../src/main/use-cases/messages/issuer.ts';
import { DEFAULT_SETTINGS } from '../../src/main/use-cases/settings/settings-in-force.ts';
import type { Settings } from '../../src/shared/contract/settings.ts';

const person = (
  senderKey: string,
  highestSeverity: Settings['team']['collaborators'][number]['highestSeverity'],
) => ({
  senderKey,
  name: senderKey,
  title: '',
  email: `${senderKey}@test.example`,
  phone: '',
  repCode: '',
  highestSeverity,
});

const settings: Settings = {
  ...DEFAULT_SETTINGS,
  identity: { ...DEFAULT_SETTINGS.identity, name: 'Société de test' },
  team: {
    collaborators: [person('assistante', 'reminder_2'), person('responsable', 'formal_notice')],
    defaultSenderKey: 'responsable',
  },
};

test.each([
  ['assistante', 'reminder_2', 'assistante'],
  ['assistante', 'reminder_3', 'responsable'],
  ['assistante', null, 'assistante'],
  [null, 'formal_notice', 'responsable'],
  ['assistante', 'hand_over', 'Société de test'],
  ['personne', 'reminder_1', 'responsable'],
] as const)('%s, %s: %s', (senderKey, severity, expected) => {
  expect(messageSender(settings, senderKey, severity).name).toBe(expected);
});
