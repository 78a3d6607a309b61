/**
 * What a template must say, and must not, for what it is meant for.
 *
 * A formal notice (mise en demeure) has no closed list of mentions, but an ambiguous one has no
 * effect (Cass. com., 21 February 2012, 10-24.239): the points of LEGAL § 4.2 that words can hold
 * are looked for here. The place, the parties and their numbers are the layout's. A consumer owes
 * neither the penalties of article L441-10 nor the 40 € of D441-5: a message that names them would
 * claim what is not owed.
 */
import type { MessageKind, MessageTemplate } from '../../shared/domain/message/message.ts';
import type { TemplateProblemCode } from '../../shared/domain/message/template-problem.ts';

interface Words {
  readonly template: Pick<MessageTemplate, 'subject' | 'body' | 'language'>;
  /** Placeholders shown, in the subject and the body. */
  readonly names: ReadonlySet<string>;
}

interface Point {
  readonly code: TemplateProblemCode;
  readonly field: 'subject' | 'body';
  readonly isMet: (words: Words) => boolean;
}

const names =
  (...wanted: string[]) =>
  ({ names }: Words) =>
    wanted.some((name) => names.has(name));
const says =
  (form: RegExp) =>
  ({ template }: Words) =>
    form.test(template.body);

const COMMON_POINTS: readonly Point[] = [
  {
    code: 'formal_notice_title',
    field: 'subject',
    isMet: ({ template }) =>
      template.subject.includes(template.language === 'fr' ? 'MISE EN DEMEURE' : 'FORMAL NOTICE'),
  },
  { code: 'formal_notice_origin', field: 'body', isMet: names('origine') },
  { code: 'formal_notice_items', field: 'body', isMet: names('tableau') },
  {
    code: 'formal_notice_deadline',
    field: 'body',
    isMet: (words) =>
      names('delai_jours')(words) &&
      says(/première présentation|réception|first presentation|receipt/iu)(words),
  },
  {
    code: 'formal_notice_means_of_payment',
    field: 'body',
    isMet: names('coordonnees_bancaires', 'iban'),
  },
  {
    code: 'formal_notice_consequence',
    field: 'body',
    isMet: says(/procédure|tribunal|juridiction|justice|proceedings|court/iu),
  },
  {
    code: 'formal_notice_article',
    field: 'body',
    isMet: says(/article[\s\u00a0\u202f]1344(?!-)/iu),
  },
  {
    code: 'formal_notice_dispute_channel',
    field: 'body',
    isMet: (words) =>
      names('tel', 'email')(words) &&
      says(/contest|réclam|désaccord|amiable|dispute|object/iu)(words),
  },
  { code: 'formal_notice_signature', field: 'body', isMet: names('signature', 'signataire') },
  { code: 'formal_notice_enclosures', field: 'body', isMet: names('pieces_jointes') },
];

const BUSINESS_POINTS: readonly Point[] = [
  {
    code: 'formal_notice_charges',
    field: 'body',
    isMet: (words) =>
      names('decompte')(words) ||
      (['taux', 'penalites', 'ifr'].every((name) => words.names.has(name)) &&
        says(/L\.?[\s\u00a0]?441-10/iu)(words)),
  },
  { code: 'formal_notice_total', field: 'body', isMet: names('total_general') },
];

const CONSUMER_POINTS: readonly Point[] = [
  {
    code: 'formal_notice_total',
    field: 'body',
    isMet: names('total_general', 'total_du', 'total_echu'),
  },
  {
    code: 'consumer_penalties',
    field: 'body',
    isMet: (words) => {
      const { subject, body } = words.template;
      return !(names('penalites', 'ifr')(words) || namesPenalties(`${subject}\n${body}`));
    },
  },
];

const POINTS: Partial<Readonly<Record<MessageKind, readonly Point[]>>> = {
  formal_notice: [...COMMON_POINTS, ...BUSINESS_POINTS],
  formal_notice_consumer: [...COMMON_POINTS, ...CONSUMER_POINTS],
};

/** The points that a message of this kind lacks in these words. */
export function missingPoints(kind: MessageKind, words: Words): Pick<Point, 'code' | 'field'>[] {
  return (POINTS[kind] ?? [])
    .filter((point) => !point.isMet(words))
    .map(({ code, field }) => ({ code, field }));
}

const PENALTIES = [
  /pénalité|penalt|late[- ]payment interest/iu,
  /indemnité forfaitaire|fixed (?:recovery )?compensation/iu,
  /40[\s\u00a0\u202f]*(?:€|euros?)|€[\s\u00a0]?40\b/iu,
  /[LD]\.?[\s\u00a0]?441-(?:10|5)/iu,
];

/** True where a text names what a consumer does not owe. */
export function namesPenalties(text: string): boolean {
  return PENALTIES.some((form) => form.test(text));
}
