/**
 * Keeping and removing scenarios. A document that says what ships is no copy: it is not kept, so
 * that it follows the next version by itself.
 */
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { Reader, Writer } from '../../ledger/session.ts';
import { loadScenarios, recordScenario } from '../../ledger/stores/dunning-documents.ts';
import { readDunningChoices } from '../../ledger/views/dunning-facts.ts';
import { CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import {
  assignmentRules,
  scenarioLibrary,
  shippedHashOf,
  shippedScenario,
} from '../dunning/scenario-library.ts';
import { readScenarioHere } from './scenario-problems.ts';

interface Given {
  readonly commandId: string;
  readonly document?: unknown;
  readonly keepsOverNewer: boolean;
}

/** Keeps a scenario that may be used; refused with what is wrong with it first. */
export function saveScenario(
  company: OpenCompany,
  { commandId, document, keepsOverNewer }: Given,
  language: Language,
  errors: object,
) {
  const payload = { document, keepsOverNewer };
  const entry = { commandId, kind: 'scenario_saved', customerId: null, payload };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const read = readScenarioHere(writer, document, language);
    if (!read.isDone) {
      throw new CommandRefused('scenario_invalid', read.refusal[0]?.sentence ?? null);
    }
    keep(writer, entryId, read.value, keepsOverNewer);
    return {};
  });
}

function keep(writer: Writer, entryId: number, scenario: Scenario, keepsOverNewer: boolean): void {
  const { scenarioKey } = scenario;
  const current = shippedHashOf(scenarioKey);
  const document = JSON.stringify(scenario);
  const isShipped = document === JSON.stringify(shippedScenario(scenarioKey));
  const before = loadScenarios(writer).get(scenarioKey);
  const shippedSha256 = keepsOverNewer ? current : (before?.shippedSha256 ?? current);
  recordScenario(writer, entryId, { scenarioKey, document, shippedSha256, isRemoved: isShipped });
}

/** Removes the user's own, or gives back what ships; refused while somebody follows it. */
export function removeScenario(
  company: OpenCompany,
  { commandId, scenarioKey }: { readonly commandId: string; readonly scenarioKey: string },
  errors: object,
) {
  const entry = { commandId, kind: 'scenario_removed', customerId: null, payload: { scenarioKey } };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const known = scenarioLibrary(writer).get(scenarioKey);
    if (known === undefined || known.origin === 'shipped') {
      throw new CommandRefused('scenario_unknown');
    }
    if (known.origin === 'own' && isNamed(writer, scenarioKey)) {
      throw new CommandRefused('scenario_in_use');
    }
    const document = JSON.stringify(known.scenario);
    recordScenario(writer, entryId, {
      scenarioKey,
      document,
      shippedSha256: null,
      isRemoved: true,
    });
    return {};
  });
}

/** By a rule, or for a customer. */
function isNamed(reader: Reader, scenarioKey: string): boolean {
  return (
    assignmentRules(reader).some((rule) => rule.scenarioKey === scenarioKey) ||
    readDunningChoices(reader, null).some(
      ({ field, value }) => field === 'scenarioKey' && value === JSON.stringify(scenarioKey),
    )
  );
}
