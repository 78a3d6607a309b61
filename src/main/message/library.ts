/**
 * The templates that ship with the application: for each kind of message a text in both languages,
 * and in three tones where the tone changes it.
 *
 * Each has an id and a version, the hash of its text. A user's copy remembers the version it came
 * from: after an upgrade an untouched copy follows the new text, a changed one is shown beside it.
 */
import { createHash } from 'node:crypto';
import files from '../../../resources/templates/library.json' with { type: 'json' };
import type { Tone } from '../../shared/domain/dunning/scenario.ts';
import { chooseTemplate } from '../../shared/domain/message/choose-template.ts';
import {
  MESSAGE_KINDS,
  type MessageKind,
  type MessageLanguage,
  type MessageTemplate,
} from '../../shared/domain/message/message.ts';
import { MESSAGE_KIND_LABELS } from '../../shared/text/message-kinds.ts';

export interface ShippedTemplate extends MessageTemplate {
  /** For instance `fr/reminder_1.good`. */
  readonly id: string;
  /** SHA-256 of subject and body, in hexadecimal. */
  readonly version: string;
}

const TONES: readonly Tone[] = ['good', 'occasional', 'chronic'];
const SUBJECT = /^(?:Objet :|Subject:) ([^\n]+)\n\n/u;

/** All of them, by language, kind and tone. */
export const SHIPPED_TEMPLATES: readonly ShippedTemplate[] = Object.entries(files)
  .map(([id, text]) => readShipped(id, text))
  .sort(byPlace);

/** The shipped template of a kind; where there is no text of this tone, the neutral one. */
export function shippedTemplate(
  kind: MessageKind,
  language: MessageLanguage,
  tone: Tone,
): ShippedTemplate {
  const found = chooseTemplate(SHIPPED_TEMPLATES, { templateKey: kind, language, tone });
  if (found === null) throw new RangeError(`No template is shipped for ${kind} in ${language}`);
  return found;
}

/** The version of a text: what a user's copy is compared by. */
export function templateVersion({
  subject,
  body,
}: Pick<MessageTemplate, 'subject' | 'body'>): string {
  return createHash('sha256').update(`${subject}\n\n${body}`).digest('hex');
}

function readShipped(id: string, text: string): ShippedTemplate {
  const [, language, kindName, toneName] = /^(fr|en)\/([a-z_0-9]+)\.([a-z]+)$/u.exec(id) ?? [];
  const kind = MESSAGE_KINDS.find((known) => known === kindName);
  const tone = TONES.find((known) => known === toneName);
  const head = SUBJECT.exec(text);
  if (kind === undefined || tone === undefined || head === null) {
    throw new RangeError(`Not a shipped template: ${id}`);
  }
  const written: MessageLanguage = language === 'en' ? 'en' : 'fr';
  const content = { subject: head[1] ?? '', body: text.slice(head[0].length).trimEnd() };
  return {
    id,
    version: templateVersion(content),
    templateKey: kind,
    kind,
    language: written,
    tone,
    name: MESSAGE_KIND_LABELS[written][kind],
    ...content,
  };
}

function byPlace(one: ShippedTemplate, other: ShippedTemplate): number {
  const rank = ({ language, kind, tone }: ShippedTemplate) =>
    (language === 'fr' ? 0 : 1000) + MESSAGE_KINDS.indexOf(kind) * 10 + TONES.indexOf(tone);
  return rank(one) - rank(other);
}
