/** The templates in force: those that ship, each replaced by the user's own where he made one. */

import {
  chooseTemplate,
  type WantedTemplate,
} from '../../../shared/domain/message/choose-template.ts';
import type { MessageKind, MessageTemplate } from '../../../shared/domain/message/message.ts';
import type { Reader } from '../../ledger/session.ts';
import { loadTemplates, templateName } from '../../ledger/stores/dunning-documents.ts';
import { SHIPPED_TEMPLATES, type ShippedTemplate, templateVersion } from '../../message/library.ts';

export interface LibraryTemplate {
  readonly template: MessageTemplate;
  readonly origin: 'shipped' | 'changed' | 'own';
  readonly version: string;
  readonly shipped: ShippedTemplate | null;
  readonly hasNewerShipped: boolean;
}

const SHIPPED: ReadonlyMap<string, ShippedTemplate> = new Map(
  SHIPPED_TEMPLATES.map((template) => [templateName(template), template]),
);

/** Every template in force, by name (key, language, tone). */
export function templateLibrary(reader: Reader): ReadonlyMap<string, LibraryTemplate> {
  const own = loadTemplates(reader);
  const library = new Map<string, LibraryTemplate>();
  for (const [name, shipped] of SHIPPED) {
    library.set(name, {
      template: shipped,
      origin: 'shipped',
      version: shipped.version,
      shipped,
      hasNewerShipped: false,
    });
  }
  for (const [name, stored] of own) {
    const template = JSON.parse(stored.document) as MessageTemplate;
    const shipped = SHIPPED.get(name) ?? null;
    library.set(name, {
      template,
      origin: shipped === null ? 'own' : 'changed',
      version: templateVersion(template),
      shipped,
      hasNewerShipped: shipped !== null && stored.shippedSha256 !== shipped.version,
    });
  }
  return library;
}

/** The template of a step for a payer: that of its key, else the one that ships for the kind. */
export function templateFor(
  library: ReadonlyMap<string, LibraryTemplate>,
  wanted: WantedTemplate & { readonly kind: MessageKind },
): MessageTemplate | null {
  const templates = Array.from(library.values(), ({ template }) => template);
  return (
    chooseTemplate(templates, wanted) ??
    chooseTemplate(templates, { ...wanted, templateKey: wanted.kind })
  );
}
