/** What is overdue and not chased today, why, how much; and the « Pourquoi ? » of a customer. */
import type { ExcludedRow } from '../../../shared/contract/dunning.ts';
import { assignmentOf, namedCriteria } from '../../../shared/domain/dunning/assignment.ts';
import type { ExplainedItem, PayerPlan } from '../../../shared/domain/dunning/day-plan.ts';
import {
  DUNNING_VERDICTS,
  type DunningPart,
  type DunningVerdict,
  isChasing,
  isSoft,
} from '../../../shared/domain/dunning/dunning-verdict.ts';
import type { PayerThanks } from '../../../shared/domain/dunning/plan-thanks.ts';
import type { Language } from '../../../shared/format/language.ts';
import { criteriaInWords } from '../../../shared/text/criteria.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { dunningSentence } from '../../../shared/text/dunning-verdict.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { stateReason } from '../states/state-of.ts';
import { NO_CHOICE, traitsOf } from './dunning-facts.ts';
import type { CompanyPlan } from './plan-keeper.ts';
import { amountText, stepLabelOf } from './planned-rows.ts';
import { thanksSentenceOf } from './thanks-sentence.ts';

interface Held {
  readonly plan: PayerPlan;
  readonly item: ExplainedItem;
  readonly part: DunningPart;
}

/** The parts not chased, by verdict in order of precedence, then by amount. */
export function excludedAnswer(
  known: CompanyPlan,
  filter: { readonly verdict: string | null; readonly text: string },
  window: { readonly offset: number; readonly limit: number },
  language: Language,
) {
  const held = heldParts(known);
  const shown = held
    .filter(({ part }) => filter.verdict === null || part.verdict === filter.verdict)
    .filter(({ item }) => isNamed(item, known, filter.text))
    .sort((a, b) => b.part.amountCents - a.part.amountCents);
  const currency = known.settings.mainCurrency;
  return {
    groups: groupsOf(held, known, language),
    total: shown.length,
    totalCents: shown
      .filter(({ item }) => item.currency === currency)
      .reduce((sum, { part }) => sum + part.amountCents, 0),
    rows: shown
      .slice(window.offset, window.offset + window.limit)
      .map((one) => excludedRow(one, known, language)),
  };
}

/** Why the items of one customer are or are not chased today. */
export function whyAnswer(
  known: CompanyPlan,
  account: CustomerAccount,
  thanks: PayerThanks,
  language: Language,
) {
  const { customerId, payerCustomerId } = account.record;
  const plan = known.byPayer.get(payerCustomerId);
  const items = plan?.items.filter((item) => item.customerId === customerId) ?? [];
  return {
    sentence: sentenceOf(known, plan, items, language),
    thanks: thanksSentenceOf(thanks, known, language),
    scenario: scenarioOf(known, account, language),
    items: items.map((one) => ({
      receivableId: one.item.item.receivableId,
      documentNumber: one.item.item.documentNumber,
      dueDate: one.item.item.dueDate,
      currency: one.currency,
      severity: one.severity,
      parts: one.parts.map((part) => ({
        verdict: part.verdict,
        amountCents: part.amountCents,
        sentence: reasonOfPart(one, part, known, language),
        isSoft: isSoft(part.verdict),
      })),
    })),
  };
}

/** Whether a person may let it through: some part of it is held by a soft rule only. */
export function isLiftable(
  known: CompanyPlan,
  payerId: number,
  receivableId: number | null,
): boolean {
  const items = known.byPayer.get(payerId)?.items ?? [];
  return items
    .filter(({ item }) => receivableId === null || item.item.receivableId === receivableId)
    .some(({ parts }) => parts.some(({ verdict }) => isSoft(verdict) || verdict === 'no_address'));
}

function heldParts({ plan }: CompanyPlan): Held[] {
  return plan.payers.flatMap((payer) =>
    payer.items
      .filter(({ isOverdue }) => isOverdue)
      .flatMap((item) =>
        item.parts
          .filter(({ verdict }) => !isChasing(verdict))
          .map((part) => ({ plan: payer, item, part })),
      ),
  );
}

function groupsOf(held: readonly Held[], known: CompanyPlan, language: Language) {
  const groups = new Map<string, Held[]>();
  for (const one of held) {
    const key = `${one.part.verdict}|${one.item.currency}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [one]);
    else own.push(one);
  }
  const orderOf = (verdict: DunningVerdict) => DUNNING_VERDICTS.indexOf(verdict);
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { verdict } = first.part;
      return [
        {
          verdict,
          label:
            dunningBatchText[language].groups[verdict] ??
            dunningSentence({ verdict }, { language, today: known.portfolio.today }),
          count: own.length,
          payerCount: new Set(own.map(({ plan }) => plan.payerId)).size,
          amountCents: own.reduce((sum, { part }) => sum + part.amountCents, 0),
          currency: first.item.currency,
          isSoft: isSoft(verdict),
        },
      ];
    })
    .sort((a, b) => orderOf(a.verdict) - orderOf(b.verdict));
}

function excludedRow(
  { plan, item, part }: Held,
  known: CompanyPlan,
  language: Language,
): ExcludedRow {
  const record = known.portfolio.accounts.get(item.customerId)?.record;
  return {
    payerId: plan.payerId,
    customerId: item.customerId,
    code: record?.code ?? '',
    name: record?.name ?? '',
    receivableId: item.item.item.receivableId,
    documentNumber: item.item.item.documentNumber,
    dueDate: item.item.item.dueDate,
    amountCents: part.amountCents,
    currency: item.currency,
    verdict: part.verdict,
    isSoft: isSoft(part.verdict),
    sentence: reasonOfPart(item, part, known, language),
  };
}

/** What a person said of the item, where that holds it back; else the sentence of the verdict. */
function reasonOfPart(
  { customerId, item }: ExplainedItem,
  part: DunningPart,
  known: CompanyPlan,
  language: Language,
): string {
  const account = known.portfolio.accounts.get(customerId);
  const of = { receivableId: item.item.receivableId, verdict: part.verdict };
  return stateReason(account, of, language) ?? sentenceOfPart(part, known, language);
}

function sentenceOfPart(part: DunningPart, { portfolio }: CompanyPlan, language: Language): string {
  return dunningSentence(part, { language, today: portfolio.today });
}

function isNamed({ customerId, item }: ExplainedItem, known: CompanyPlan, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const record = known.portfolio.accounts.get(customerId)?.record;
  const words = `${record?.name ?? ''} ${record?.code ?? ''} ${item.item.documentNumber}`;
  return words.toLowerCase().includes(wanted);
}

function sentenceOf(
  known: CompanyPlan,
  plan: PayerPlan | undefined,
  items: readonly ExplainedItem[],
  language: Language,
): string {
  const words = dunningBatchText[language];
  const [first] = items;
  if (plan === undefined || first === undefined) return words.nothingOpen;
  const { currency } = first;
  const parts = items.filter((item) => item.currency === currency).flatMap((item) => item.parts);
  const sum = (wanted: boolean) =>
    parts
      .filter(({ verdict }) => isChasing(verdict) === wanted)
      .reduce((total, { amountCents }) => total + amountCents, 0);
  const chased = sum(true);
  const step = plan.message ?? plan.tasks[0];
  if (chased > 0 && step !== undefined) {
    return words.whyPlanned(amountText(chased, currency, language), stepLabelOf(step, language));
  }
  const largest = parts.toSorted((a, b) => b.amountCents - a.amountCents)[0];
  if (largest === undefined) return words.nothingOpen;
  const sentence = sentenceOfPart(largest, known, language);
  return words.whyHeld(amountText(sum(false), currency, language), sentence);
}

/** The scenario a customer follows, whether he owes something or not. */
function scenarioOf(
  { library, portfolio, facts, context }: CompanyPlan,
  account: CustomerAccount,
  language: Language,
) {
  const { customerId } = account.record;
  const choice = facts.choices.get(customerId) ?? NO_CHOICE;
  const traits = traitsOf(account, portfolio);
  const assignment = assignmentOf(traits, choice.scenarioKey, context.rules);
  if (assignment.scenarioKey === null) return null;
  const words = dunningBatchText[language].because;
  const { scenarioKey, source, rule } = assignment;
  const criteria = rule === null ? [] : namedCriteria(rule);
  return {
    scenarioKey,
    name: library.get(scenarioKey)?.scenario.name ?? scenarioKey,
    because:
      source === 'override'
        ? words.override
        : criteria.length === 0
          ? words.everybody
          : words.rule(
              criteriaInWords(
                criteria.map((one) => [one, String(rule?.criteria[one])]),
                language,
              ),
            ),
  };
}
