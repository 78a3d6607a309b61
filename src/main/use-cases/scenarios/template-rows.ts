/** The templates in force as the list and the editor show them. */
import type { TemplateRow } from '../../../shared/contract/scenarios.ts';
import type { MessageTemplate } from '../../../shared/domain/message/message.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { checkTemplate } from '../../message/check-template.ts';
import { exampleFacts } from '../../message/example-facts.ts';
import { writeMessage } from '../../message/write-message.ts';
import type { LibraryTemplate } from '../messages/templates-in-force.ts';

/** One row; its subject as the made-up customer of that day would read it. */
export function templateRow(
  { template, origin, hasNewerShipped }: LibraryTemplate,
  today: CalendarDate,
): TemplateRow {
  const { templateKey, kind, language, tone, name, subject } = template;
  const written = writeMessage(template, exampleFacts({ kind, tone, language, today }));
  return {
    templateKey,
    kind,
    language,
    tone,
    name,
    subject: written.isDone ? written.value.subject : subject,
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
