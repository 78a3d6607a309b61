/** Which template of a key serves a payer: in his language always, in his tone if there is one. */
import type { Tone } from '../dunning/scenario.ts';
import type { MessageLanguage, MessageTemplate } from './message.ts';

export interface WantedTemplate {
  readonly templateKey: string;
  readonly language: MessageLanguage;
  readonly tone: Tone;
}

/**
 * The template of this tone; failing that the neutral one (`occasional`), which a kind has when
 * its words are the same for all; failing that any of that key and language. Null for none.
 */
export function chooseTemplate<Template extends MessageTemplate>(
  templates: readonly Template[],
  wanted: WantedTemplate,
): Template | null {
  const own = templates.filter(
    ({ templateKey, language }) =>
      templateKey === wanted.templateKey && language === wanted.language,
  );
  const ofTone = (tone: Tone) => own.find((template) => template.tone === tone);
  return ofTone(wanted.tone) ?? ofTone('occasional') ?? own[0] ?? null;
}
