/** The sheet beside the telephone: who, why, what to say, and what saving the call will do. */
import { callsText } from '../../../shared/text/calls.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { stepLabelOf } from '../dunning/planned-rows.ts';
import { messageIssuer, messageSender } from '../messages/issuer.ts';
import { accountsOfPayer } from '../portfolio/portfolio.ts';
import { spokenWords } from './call-words.ts';
import { type CallReader, callRow, callTasksOf, dayCalls, dueCallTasks } from './day-calls.ts';

/** The sheet of a payer, called today or not; null for one that is none. */
export async function callSheet(
  company: OpenCompany,
  known: CompanyPlan,
  payerId: number,
  reader: CallReader,
) {
  const { portfolio } = known;
  if (!portfolio.accounts.has(payerId)) return null;
  const issuer = await messageIssuer(company, portfolio.settings);
  const words = callsText[reader.language];
  const script = spokenWords(company, known, { payerId, kind: 'call_script', issuer });
  const sender = messageSender(portfolio.settings, null);
  const row =
    dayCalls(known, reader).find(({ customerId }) => customerId === payerId) ??
    callRow(known, payerId, [], reader);
  return {
    row,
    accounts: accountsOfPayer(portfolio, payerId)
      .map(({ record: { customerId, code, name } }) => ({ customerId, code, name }))
      .sort((a, b) => ownFirst(a.customerId === payerId, b.customerId === payerId)),
    script: script === null ? null : { ...script, paragraphs: [...script.paragraphs] },
    scriptProblem: script === null ? words.scriptProblem : null,
    voicemail: words.voicemail(sender.name, issuer.name, sender.phone),
    step: stepOf(known, payerId, reader),
    taskIds: dueCallTasks(portfolio, payerId).map(({ taskId }) => taskId),
  };
}

function stepOf(known: CompanyPlan, payerId: number, { language }: CallReader) {
  const tasks = callTasksOf(known, payerId);
  const [task] = tasks;
  if (task === undefined) return null;
  const { severity, scenarioKey } = task;
  const days = tasks.map(({ dueOn }) => dueOn).sort();
  return {
    label: stepLabelOf(task, language),
    scenarioName: known.library.get(scenarioKey)?.scenario.name ?? scenarioKey,
    dueOn: days[0] ?? task.dueOn,
    severity,
    severityLabel: severity === null ? null : scenarioText[language].severities[severity],
    receivableIds: tasks.flatMap(({ items }) => items.map(({ receivableId }) => receivableId)),
  };
}

/** Orders what is the payer's own before the rest. */
function ownFirst(isOwn: boolean, isOtherOwn: boolean): number {
  if (isOwn === isOtherOwn) return 0;
  return isOwn ? -1 : 1;
}
