/**
 * All that keeps a scenario from being used here: its form, its sense, and what it names that this
 * company does not have. A file made elsewhere names the templates and the people of elsewhere.
 */
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Scenario, ScenarioStep } from '../../../shared/domain/dunning/scenario.ts';
import {
  readScenario,
  type ScenarioProblemCode,
} from '../../../shared/domain/dunning/scenario-check.ts';
import { severityRank } from '../../../shared/domain/dunning/severity.ts';
import type { MessageKind } from '../../../shared/domain/message/message.ts';
import { THANK_YOU_KINDS, templateKindsOf } from '../../../shared/domain/message/step-template.ts';
import type { Language } from '../../../shared/format/language.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import {
  type ReferenceProblemCode,
  scenarioProblemSentence,
} from '../../../shared/text/scenario-problems.ts';
import type { Reader } from '../../ledger/session.ts';
import { type LibraryTemplate, templateLibrary } from '../messages/templates-in-force.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';

export interface SaidProblem {
  readonly code: ScenarioProblemCode | ReferenceProblemCode;
  readonly sentence: string;
  /** `steps.2.delay.days`. */
  readonly place: string;
}

/** A document as a scenario of this company, or all that is wrong with it. */
export function readScenarioHere(
  reader: Reader,
  document: unknown,
  language: Language,
): Result<Scenario, readonly SaidProblem[]> {
  const say = ({ code, path }: Found): SaidProblem => ({
    code,
    sentence: scenarioProblemSentence(code, language),
    place: path,
  });
  const read = readScenario(document);
  if (!read.isDone) return refused(read.refusal.map(say));
  const unknown = referenceProblems(read.value, {
    templates: templateLibrary(reader),
    team: settingsInForce(reader).team,
  });
  return unknown.length === 0 ? done(read.value) : refused(unknown.map(say));
}

interface Found {
  readonly code: ScenarioProblemCode | ReferenceProblemCode;
  readonly path: string;
}

interface Known {
  readonly templates: ReadonlyMap<string, LibraryTemplate>;
  readonly team: Settings['team'];
}

function referenceProblems({ steps, thankYou }: Scenario, known: Known): Found[] {
  const found: Found[] = steps.flatMap((step, at) => [
    ...templateProblem(step.templateKey, templateKindsOf(step), known, `steps.${at}.templateKey`),
    ...senderProblem(step, known, `steps.${at}.senderKey`),
  ]);
  return thankYou.isOn
    ? [
        ...found,
        ...templateProblem(thankYou.templateKey, THANK_YOU_KINDS, known, 'thankYou.templateKey'),
      ]
    : found;
}

function templateProblem(
  templateKey: string | null,
  kinds: readonly MessageKind[],
  { templates }: Known,
  path: string,
): Found[] {
  if (templateKey === null) return [];
  const own = [...templates.values()].filter(
    ({ template }) => template.templateKey === templateKey,
  );
  if (own.length === 0) return [{ code: 'template_unknown', path }];
  const isMeant = own.every(({ template }) => kinds.includes(template.kind));
  return isMeant ? [] : [{ code: 'template_not_of_step', path }];
}

function senderProblem({ senderKey, severity }: ScenarioStep, { team }: Known, path: string) {
  if (senderKey === null) return [];
  const sender = team.collaborators.find((one) => one.senderKey === senderKey);
  if (sender === undefined) return [{ code: 'sender_unknown', path } as const];
  const isAllowed = severityRank(severity) <= severityRank(sender.highestSeverity);
  return isAllowed ? [] : [{ code: 'sender_below_level', path } as const];
}
