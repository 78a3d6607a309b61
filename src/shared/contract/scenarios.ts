/** Scenarios and templates (Scénarios et modèles): what ships, the user's own, and who follows. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { MESSAGE_KINDS } from '../domain/message/message.ts';
import { CUSTOMER_PROFILES } from '../domain/payer/profile.ts';
import { PAYMENT_METHODS } from '../domain/receivable/payment-method.ts';
import { languageSchema, toneSchema } from './dunning.ts';
import { amountCents, command, id, line, recorded, refusals } from './parts.ts';

export const scenarioKeySchema = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** A scenario as its document; `domain/dunning/scenario-check` says what is wrong with it. */
const documentSchema = z.unknown();

export const scenarioRowSchema = z.object({
  scenarioKey: z.string(),
  name: z.string(),
  description: z.string(),
  /** `shipped` as it came, `changed` over what ships, `own` made by the user. */
  origin: z.enum(['shipped', 'changed', 'own']),
  /** What ships moved since the copy was made. */
  hasNewerShipped: z.boolean(),
  stepCount: z.int(),
  customerCount: z.int(),
  overdueCents: amountCents,
});
export type ScenarioRow = z.infer<typeof scenarioRowSchema>;
export const list = oc.output(z.object({ rows: z.array(scenarioRowSchema) }));
export const show = oc
  .input(z.object({ scenarioKey: z.string() }))
  .output(
    z.object({
      row: scenarioRowSchema,
      document: documentSchema,
      /** What ships under that key now; null for the user's own. */
      shipped: documentSchema.nullable(),
    }),
  )
  .errors(refusals('scenario_unknown'));

export const problemSchema = z.object({
  code: z.string(),
  sentence: z.string(),
  /** Step, rule or line that is meant; null for the whole. */
  place: z.string().nullable(),
});
/** What is wrong with a document, without saving it. */
export const check = oc
  .input(z.object({ document: documentSchema }))
  .output(z.object({ problems: z.array(problemSchema) }));
const dayCounts = z.object({ messageCount: z.int(), taskCount: z.int(), amountCents });
/** What saving it would change in today's batch, for 200 payers at most. */
export const effect = oc
  .input(z.object({ document: documentSchema }))
  .output(
    z.object({
      before: dayCounts,
      after: dayCounts,
      changedCount: z.int(),
      /** Customers who follow it, whether the day writes to them or not. */
      followerCount: z.int(),
      /** Why nothing may leave today whatever the scenario; empty when something may. */
      guards: z.array(z.string()),
      rows: z.array(
        z.object({
          payerId: id,
          name: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
          amountCents,
        }),
      ),
    }),
  )
  .errors(refusals('scenario_invalid'));
/**
 * Keeps a scenario. One that says what ships is not a copy: it follows what ships.
 * `keepsOverNewer`: the newer version that ships was seen, and this one is kept.
 */
export const save = oc
  .input(command({ document: documentSchema, keepsOverNewer: z.boolean().default(false) }))
  .output(recorded)
  .errors(refusals('scenario_invalid', 'busy'));
/** Removes the user's own; what ships comes back as it was. */
export const remove = oc
  .input(command({ scenarioKey: z.string() }))
  .output(recorded)
  .errors(refusals('scenario_unknown', 'scenario_in_use', 'busy'));
export const exportFile = oc
  .input(z.object({ scenarioKey: z.string() }))
  .output(z.object({ fileId: z.string(), fileName: z.string() }))
  .errors(refusals('scenario_unknown'));
/** Reads an uploaded scenario file; it is shown and checked, and saved by `save`. */
export const importFile = oc
  .input(z.object({ uploadId: z.string() }))
  .output(z.object({ document: documentSchema, problems: z.array(problemSchema) }))
  .errors(refusals('upload_unknown', 'scenario_unreadable', 'file_too_large'));

const customerSchema = z.object({ customerId: id, code: z.string(), name: z.string() });
export const assignmentRuleSchema = z.object({
  ruleKey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  scenarioKey: scenarioKeySchema,
  criteria: z.object({
    tag: line.optional(),
    risk: z.enum(['low', 'moderate', 'high']).optional(),
    isNew: z.boolean().optional(),
    segment: toneSchema.optional(),
    paymentMethod: z.enum(PAYMENT_METHODS).optional(),
    profile: z.enum(CUSTOMER_PROFILES).optional(),
    sector: line.optional(),
    size: line.optional(),
    agency: line.optional(),
  }),
});
/**
 * Who follows which scenario, in the order in which rules are tried; `rules` asks it of rules not
 * saved yet, null of those in force. Customers are those with something open; lists hold 200.
 */
export const assignment = oc
  .input(z.object({ rules: z.array(assignmentRuleSchema).max(100).nullable() }))
  .output(
    z.object({
      rules: z.array(
        assignmentRuleSchema.extend({ customerCount: z.int(), overdueCents: amountCents }),
      ),
      withoutScenarioCount: z.int(),
      withoutScenario: z.array(customerSchema.extend({ overdueCents: amountCents })),
      overrideCount: z.int(),
      /** Choices of a person for one customer. */
      overrides: z.array(customerSchema.extend({ scenarioKey: z.string() })),
    }),
  );
export const saveAssignment = oc
  .input(command({ rules: z.array(assignmentRuleSchema).max(100) }))
  .output(recorded)
  .errors(refusals('scenario_unknown', 'rules_invalid', 'busy'));
/** Chooses the scenario of one customer; null follows the rules again. */
export const assignCustomer = oc
  .input(command({ customerId: id, scenarioKey: z.string().nullable() }))
  .output(recorded)
  .errors(refusals('customer_unknown', 'scenario_unknown', 'busy'));

export const templateRowSchema = z.object({
  templateKey: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  language: languageSchema,
  tone: toneSchema,
  name: z.string(),
  /** As the made-up customer would read it. */
  subject: z.string(),
  origin: z.enum(['shipped', 'changed', 'own']),
  hasNewerShipped: z.boolean(),
  problemCount: z.int(),
});
export type TemplateRow = z.infer<typeof templateRowSchema>;
export const templateSchema = z.object({
  templateKey: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/),
  /** What it is for; that of a shipped key is its own and stays so. */
  kind: z.enum(MESSAGE_KINDS),
  language: languageSchema,
  tone: toneSchema,
  name: line.min(1),
  subject: z.string().max(1000),
  body: z.string().max(40_000),
});
export const listTemplates = oc.output(z.object({ rows: z.array(templateRowSchema) }));
const templateName = z.object({
  templateKey: z.string(),
  language: languageSchema,
  tone: toneSchema,
});
export const showTemplate = oc
  .input(templateName)
  .output(
    z.object({
      row: templateRowSchema,
      template: templateSchema,
      shipped: templateSchema.nullable(),
    }),
  )
  .errors(refusals('template_unknown'));
/** What is wrong with a template, and where: from 1, null for the whole of the field. */
export const templateProblemSchema = problemSchema.omit({ place: true }).extend({
  /** Of the template itself, which is not saved with it; else only of this message. */
  isOfTemplate: z.boolean(),
  field: z.enum(['subject', 'body']),
  line: z.int().nullable(),
  column: z.int().nullable(),
});
/**
 * Writes a template for a customer's payer, or for the made-up one; with what is wrong with it.
 * What cannot be written gives an empty message beside its problems.
 */
export const previewTemplate = oc
  .input(z.object({ template: templateSchema, customerId: id.nullable() }))
  .output(
    z.object({
      problems: z.array(templateProblemSchema),
      /** Whom it is written to. */
      recipient: z.string(),
      subject: z.string(),
      html: z.string(),
      text: z.string(),
    }),
  )
  .errors(refusals('customer_unknown', 'nothing_open'));
export const saveTemplate = oc
  .input(command({ template: templateSchema, keepsOverNewer: z.boolean().default(false) }))
  .output(recorded)
  .errors(refusals('template_invalid', 'busy'));
export const removeTemplate = oc
  .input(command(templateName.shape))
  .output(recorded)
  .errors(refusals('template_unknown', 'template_in_use', 'busy'));
