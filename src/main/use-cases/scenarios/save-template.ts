/** Keeping and removing templates. One that says what ships is no copy and follows what ships. */
import type { MessageTemplate } from '../../../shared/domain/message/message.ts';
import type { Language } from '../../../shared/format/language.ts';
import { templateProblemSentence } from '../../../shared/text/template-problems.ts';
import type { Reader, Writer } from '../../ledger/session.ts';
import {
  loadTemplates,
  recordTemplate,
  templateName,
} from '../../ledger/stores/dunning-documents.ts';
import { checkTemplate } from '../../message/check-template.ts';
import { CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { scenarioLibrary } from '../dunning/scenario-library.ts';
import { type LibraryTemplate, templateLibrary } from '../messages/templates-in-force.ts';

interface Given {
  readonly commandId: string;
  readonly template: MessageTemplate;
  readonly keepsOverNewer: boolean;
}

/** Keeps a template that may be sent; refused with the first thing wrong with it. */
export function saveTemplate(
  company: OpenCompany,
  { commandId, template, keepsOverNewer }: Given,
  language: Language,
  errors: object,
) {
  const payload = { template, keepsOverNewer };
  const entry = { commandId, kind: 'template_saved', customerId: null, payload };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const kept = { ...template, kind: kindOf(writer, template) };
    const [problem] = checkTemplate(kept);
    if (problem !== undefined) {
      throw new CommandRefused('template_invalid', templateProblemSentence(problem, language));
    }
    keep(writer, entryId, kept, keepsOverNewer);
    return {};
  });
}

/** What a key is for never changes: steps name it. */
function kindOf(reader: Reader, { templateKey, kind }: MessageTemplate): MessageTemplate['kind'] {
  const known = [...templateLibrary(reader).values()].find(
    ({ template }) => template.templateKey === templateKey,
  );
  return known?.template.kind ?? kind;
}

function keep(
  writer: Writer,
  entryId: number,
  template: MessageTemplate,
  keepsOverNewer: boolean,
): void {
  const name = templateName(template);
  const shipped = templateLibrary(writer).get(name)?.shipped ?? null;
  const current = shipped?.version ?? null;
  const before = loadTemplates(writer).get(name);
  const { templateKey, language, tone, subject, body } = template;
  recordTemplate(writer, entryId, {
    templateKey,
    language,
    tone,
    document: JSON.stringify(template),
    shippedSha256: keepsOverNewer ? current : (before?.shippedSha256 ?? current),
    isRemoved: shipped !== null && isSameText(shipped, { subject, body }),
  });
}

function isSameText(
  one: Pick<MessageTemplate, 'subject' | 'body'>,
  other: Pick<MessageTemplate, 'subject' | 'body'>,
): boolean {
  return one.subject === other.subject && one.body === other.body;
}

type TemplateName = Pick<MessageTemplate, 'templateKey' | 'language' | 'tone'>;

/** Removes the user's own, or gives back what ships; refused while a scenario needs it. */
export function removeTemplate(
  company: OpenCompany,
  { commandId, ...wanted }: TemplateName & { readonly commandId: string },
  errors: object,
) {
  const entry = { commandId, kind: 'template_removed', customerId: null, payload: wanted };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const library = templateLibrary(writer);
    const known = library.get(templateName(wanted));
    if (known === undefined || known.origin === 'shipped') {
      throw new CommandRefused('template_unknown');
    }
    if (known.origin === 'own' && isNeeded(writer, wanted, library)) {
      throw new CommandRefused('template_in_use');
    }
    const document = JSON.stringify(known.template);
    recordTemplate(writer, entryId, { ...wanted, document, shippedSha256: null, isRemoved: true });
    return {};
  });
}

/** A scenario names this key, and no other template has it. */
function isNeeded(
  reader: Reader,
  wanted: TemplateName,
  library: ReadonlyMap<string, LibraryTemplate>,
): boolean {
  const sameKey = [...library.values()].filter(
    ({ template }) => template.templateKey === wanted.templateKey,
  );
  if (sameKey.length > 1) return false;
  return [...scenarioLibrary(reader).values()].some(
    ({ scenario: { steps, thankYou } }) =>
      thankYou.templateKey === wanted.templateKey ||
      steps.some(({ templateKey }) => templateKey === wanted.templateKey),
  );
}
