/** The procedures of `scenarios`: scenarios, who follows which, and templates. */
import { recordCustomerOverride } from '../../ledger/stores/customer-overrides.ts';
import { templateName } from '../../ledger/stores/dunning-documents.ts';
import { knownCustomer } from '../actions/known-customer.ts';
import { api, asContractError, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { companyPlan } from '../dunning/plan-keeper.ts';
import { scenarioLibrary, shippedScenario } from '../dunning/scenario-library.ts';
import { templateLibrary } from '../messages/templates-in-force.ts';
import { assignmentAnswer, saveAssignment } from './assignment-rows.ts';
import { factsOfCustomer, madeUpFacts, previewOf } from './preview-template.ts';
import { removeScenario, saveScenario } from './save-scenario.ts';
import { removeTemplate, saveTemplate } from './save-template.ts';
import { scenarioEffect } from './scenario-effect.ts';
import { readScenarioFile, writeScenarioFile } from './scenario-file.ts';
import { readScenarioHere } from './scenario-problems.ts';
import { scenarioRowOf, scenarioRows } from './scenario-rows.ts';
import { plainTemplate, templateRow } from './template-rows.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function scenariosRoutes(context: AppContext) {
  return {
    ...scenarioRoutes(context),
    ...assignmentRoutes(context),
    ...templateRoutes(context),
  };
}

function scenarioRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  const open = (call: CallContext) => companyOf(context, call);
  const checked = (call: CallContext, document: unknown) =>
    open(call).ledger.read((reader) => readScenarioHere(reader, document, language()));
  return {
    list: api.scenarios.list.handler(async ({ context: call }) => ({
      rows: scenarioRows(await companyPlan(context, open(call))),
    })),
    show: api.scenarios.show.handler(async ({ input, context: call, errors }) => {
      const known = await companyPlan(context, open(call));
      const found = known.library.get(input.scenarioKey);
      const row = scenarioRowOf(known, input.scenarioKey);
      if (found === undefined || row === null) throw errors.scenario_unknown(NO_DETAIL);
      return { row, document: found.scenario, shipped: shippedScenario(input.scenarioKey) };
    }),
    check: api.scenarios.check.handler(({ input, context: call }) => {
      const read = checked(call, input.document);
      return { problems: read.isDone ? [] : [...read.refusal] };
    }),
    effect: api.scenarios.effect.handler(async ({ input, context: call, errors }) => {
      const read = checked(call, input.document);
      if (!read.isDone) {
        throw errors.scenario_invalid({ data: { detail: read.refusal[0]?.sentence ?? null } });
      }
      return scenarioEffect(await companyPlan(context, open(call)), read.value, language());
    }),
    save: api.scenarios.save.handler(({ input, context: call, errors }) =>
      saveScenario(open(call), input, language(), errors),
    ),
    remove: api.scenarios.remove.handler(({ input, context: call, errors }) =>
      removeScenario(open(call), input, errors),
    ),
    exportFile: api.scenarios.exportFile.handler(({ input, context: call, errors }) => {
      const found = open(call).ledger.read(scenarioLibrary).get(input.scenarioKey);
      if (found === undefined) throw errors.scenario_unknown(NO_DETAIL);
      return writeScenarioFile(context, found.scenario);
    }),
    importFile: api.scenarios.importFile.handler(async ({ input, context: call, errors }) => {
      const read = await readScenarioFile(context, input.uploadId);
      if ('code' in read) throw errors[read.code](NO_DETAIL);
      const { document } = read;
      const result = checked(call, document);
      return { document, problems: result.isDone ? [] : [...result.refusal] };
    }),
  };
}

function assignmentRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    assignment: api.scenarios.assignment.handler(async ({ input, context: call }) =>
      assignmentAnswer(await companyPlan(context, open(call)), input.rules),
    ),
    saveAssignment: api.scenarios.saveAssignment.handler(({ input, context: call, errors }) =>
      saveAssignment(open(call), input, errors),
    ),
    assignCustomer: api.scenarios.assignCustomer.handler(({ input, context: call, errors }) => {
      const { commandId, customerId, scenarioKey } = input;
      const company = knownCustomer(open(call), customerId, errors);
      const entry = { commandId, kind: 'scenario_assigned', customerId, payload: { scenarioKey } };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        if (scenarioKey !== null && !scenarioLibrary(writer).has(scenarioKey)) {
          throw new CommandRefused('scenario_unknown');
        }
        const change = { customerId, field: 'scenarioKey', value: scenarioKey } as const;
        recordCustomerOverride(writer, entryId, change);
        writer.touch(['customers'], [customerId]);
        return {};
      });
    }),
  };
}

function templateRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  const open = (call: CallContext) => companyOf(context, call);
  return {
    listTemplates: api.scenarios.listTemplates.handler(({ context: call }) => ({
      rows: Array.from(open(call).ledger.read(templateLibrary).values(), (one) =>
        templateRow(one, context.clock.today()),
      ),
    })),
    showTemplate: api.scenarios.showTemplate.handler(({ input, context: call, errors }) => {
      const found = open(call).ledger.read(templateLibrary).get(templateName(input));
      if (found === undefined) throw errors.template_unknown(NO_DETAIL);
      const { template, shipped } = found;
      return {
        row: templateRow(found, context.clock.today()),
        template: plainTemplate(template),
        shipped: shipped === null ? null : plainTemplate(shipped),
      };
    }),
    previewTemplate: api.scenarios.previewTemplate.handler(
      async ({ input, context: call, errors }) => {
        const company = open(call);
        const { template, customerId } = input;
        if (customerId === null) {
          return previewOf(template, madeUpFacts(template, context.clock.today()), language());
        }
        try {
          const known = await companyPlan(context, company);
          const facts = await factsOfCustomer(company, known, template, customerId);
          return await previewOf(template, facts, language());
        } catch (error) {
          throw asContractError(error, errors);
        }
      },
    ),
    saveTemplate: api.scenarios.saveTemplate.handler(({ input, context: call, errors }) =>
      saveTemplate(open(call), input, language(), errors),
    ),
    removeTemplate: api.scenarios.removeTemplate.handler(({ input, context: call, errors }) =>
      removeTemplate(open(call), input, errors),
    ),
  };
}
