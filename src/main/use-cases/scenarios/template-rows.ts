/** The templates in force as the list and the editor show them. */
import type { TemplateRow } from '../../../shared/contract/scenarios.ts';
import type { MessageTemplate } from '../../../shared/domain/message/message.ts';
import { checkTemplate } from '../../message/check-template.ts';
import type { LibraryTemplate } from '../messages/templates-in-force.ts';

export function templateRow({ template, origin, hasNewerShipped }: LibraryTemplate): TemplateRow {
  const { templateKey, kind, language, tone, name, subject } = template;
  return {
    templateKey,
    kind,
    language,
    tone,
    name,
    subject,
    origin,
    hasNewerShipped,
    problemCount: checkTemplate(template).length,
  };
}

/** The template alone, without what the library knows of it. */
export function plainTemplate(template: MessageTemplate): MessageTemplate {
  const { templateKey, kind, language, tone, name, subject, body } = template;
  return { templateKey, kind, language, tone, name, subject, body };
}
