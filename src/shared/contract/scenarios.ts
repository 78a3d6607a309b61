/** Scenarios and templates (Scénarios et modèles): what ships, the user's own, and who follows. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
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
export const list = oc.output(z.array(scenarioRowSchema));
export const show = oc
  .input(z.object({ scenarioKey: z.string() }))
  .output(z.object({ row: scenarioRowSchema, document: documentSchema }))
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
/** What saving it would change in today's batch. */
export const effect = oc
  .input(z.object({ document: documentSchema }))
  .output(
    z.object({
      before: z.object({ messageCount: z.int(), amountCents }),
      after: z.object({ messageCount: z.int(), amountCents }),
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
export const save = oc
  .input(command({ document: documentSchema }))
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

export const assignmentRuleSchema = z.object({
  ruleKey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  scenarioKey: scenarioKeySchema,
  criteria: z.object({
    tag: line.optional(),
    risk: z.enum(['low', 'moderate', 'high']).optional(),
    isNew: z.boolean().optional(),
    segment: toneSchema.optional(),
    paymentMethod: line.optional(),
    profile: line.optional(),
    sector: line.optional(),
    size: line.optional(),
    agency: line.optional(),
  }),
});
export const assignment = oc.output(
  z.object({
    rules: z.array(assignmentRuleSchema.extend({ customerCount: z.int() })),
    withoutScenarioCount: z.int(),
    overrideCount: z.int(),
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
  language: languageSchema,
  tone: toneSchema,
  name: z.string(),
  subject: z.string(),
  origin: z.enum(['shipped', 'changed', 'own']),
  hasNewerShipped: z.boolean(),
  problemCount: z.int(),
});
export type TemplateRow = z.infer<typeof templateRowSchema>;
export const templateSchema = z.object({
  templateKey: z.string().regex(/^[a-z0-9_]{1,40}$/),
  language: languageSchema,
  tone: toneSchema,
  name: line,
  subject: z.string().max(300),
  body: z.string().max(20_000),
});
export const listTemplates = oc.output(
  z.object({
    rows: z.array(templateRowSchema),
    placeholders: z.array(
      z.object({ name: z.string(), description: z.string(), example: z.string() }),
    ),
  }),
);
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
/** Writes a template for a real customer, or for a made-up one; with what is wrong with it. */
export const previewTemplate = oc
  .input(z.object({ template: templateSchema, payerId: id.nullable() }))
  .output(
    z.object({
      problems: z.array(problemSchema),
      subject: z.string(),
      html: z.string(),
      text: z.string(),
    }),
  )
  .errors(refusals('customer_unknown'));
export const saveTemplate = oc
  .input(command({ template: templateSchema }))
  .output(recorded)
  .errors(refusals('template_invalid', 'busy'));
export const removeTemplate = oc
  .input(command(templateName.shape))
  .output(recorded)
  .errors(refusals('template_unknown', 'template_in_use', 'busy'));
