/** The name of a template in an address: `reminder_1/fr/good`. */
import type { TemplateRow } from '../../../shared/contract/scenarios.ts';

export type TemplateName = Pick<TemplateRow, 'templateKey' | 'language' | 'tone'>;

export const writtenName = ({ templateKey, language, tone }: TemplateName) =>
  `${templateKey}/${language}/${tone}`;

const NAME = /^([a-z0-9][a-z0-9_-]{0,39})\/(fr|en)\/(good|occasional|chronic)$/u;

/** Null for what is not the name of a template. */
export function readName(written: string): TemplateName | null {
  const [, templateKey, language, tone] = NAME.exec(written) ?? [];
  if (templateKey === undefined) return null;
  return {
    templateKey,
    language: language === 'en' ? 'en' : 'fr',
    tone: tone === 'good' || tone === 'chronic' ? tone : 'occasional',
  };
}
