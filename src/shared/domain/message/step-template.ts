/** What a template must be for to serve a step: a call has a script, a notice its own words. */
import type { ScenarioStep } from '../dunning/scenario.ts';
import type { MessageKind } from './message.ts';

const REMINDERS: readonly MessageKind[] = ['reminder_1', 'reminder_2', 'reminder_3'];
const OTHERS: readonly MessageKind[] = ['statement', 'duplicates'];

/** The kinds of message that a step may write; empty where it writes nothing. */
export function templateKindsOf({
  kind,
  channel,
}: Pick<ScenarioStep, 'kind' | 'channel'>): readonly MessageKind[] {
  if (channel === 'none' || kind === 'order_block') return [];
  if (channel === 'sms') return ['sms'];
  if (channel === 'call') return ['call_script'];
  return kind === 'reminder' ? [...REMINDERS, ...OTHERS] : [kind];
}

/** The kinds of a thank-you. */
export const THANK_YOU_KINDS: readonly MessageKind[] = ['thank_you', 'thank_you_late'];
