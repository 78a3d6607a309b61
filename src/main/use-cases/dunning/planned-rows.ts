/** The plan of the day as « Relances du jour » shows it: rows, groups, totals. */
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import type {
  PayerPlan,
  PlannedMessage,
  PlannedTask,
  PlannedThanks,
} from '../../../shared/domain/dunning/day-plan.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import type { Language } from '../../../shared/format/language.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import {
  scenarioText,
  shortDay,
  type VerdictReading,
} from '../../../shared/text/dunning-verdict.ts';
import { addressesOf } from './addresses.ts';
import type { CompanyPlan } from './plan-keeper.ts';

export type PlanTab = 'messages' | 'letters' | 'tasks';

export interface PlanFilter {
  readonly tab: PlanTab;
  readonly scenarioKey: string | null;
  readonly profile: string | null;
  readonly channel: string | null;
  readonly text: string;
}

/** A message or a task of a payer, and the tab it stands under. */
export interface PlannedEntry {
  readonly payerId: number;
  readonly step: PlannedMessage | PlannedTask;
  readonly tab: PlanTab;
}

/** The group of the thanks beside those of the scenarios, whose keys hold no underscore. */
const THANKS_GROUP = 'thank_you';

/** What the day puts before a person: the messages and tasks of the plan, then the thanks. */
export function entriesOfDay({ plan, thanks }: CompanyPlan): PlannedEntry[] {
  return [
    ...plan.payers.flatMap(entriesOf),
    ...Array.from(thanks, ([payerId, { message }]) =>
      message === null ? [] : [{ payerId, step: message, tab: tabOf(message) }],
    ).flat(),
  ];
}

function groupKeyOf(step: PlannedMessage | PlannedTask): string {
  return step.purpose === 'thank_you' ? THANKS_GROUP : step.scenarioKey;
}

/** What a payer's plan puts before a person: its message first, then its tasks. */
export function entriesOf({ payerId, message, tasks }: PayerPlan): PlannedEntry[] {
  const steps = [...(message === null ? [] : [message]), ...tasks];
  return steps.map((step) => ({ payerId, step, tab: tabOf(step) }));
}

function tabOf(step: PlannedMessage | PlannedTask): PlanTab {
  if (!isMessage(step)) return 'tasks';
  if (step.channel === 'email') return 'messages';
  return step.channel === 'letter' || step.channel === 'registered_letter' ? 'letters' : 'tasks';
}

function isMessage(step: PlannedMessage | PlannedTask): step is PlannedMessage {
  return 'confirmReason' in step;
}

/** One row: who, how much, which step, why a person should look. */
export function plannedRow(
  known: Pick<CompanyPlan, 'portfolio' | 'facts' | 'library' | 'payers' | 'thanks'>,
  { payerId, step }: PlannedEntry,
  language: Language,
): PlannedRow {
  const { portfolio, facts, library, payers, thanks } = known;
  const account = portfolio.accounts.get(payerId);
  const payer = payers.get(payerId) ?? thanks.get(payerId)?.payer;
  const words = dunningBatchText[language];
  const oldest = oldestOf(step);
  const stepLabel = stepLabelOf(step, language);
  const message = isMessage(step) ? step : null;
  const reason = message?.confirmReason ?? null;
  const warnings = [
    ...(reason === null ? [] : [words.warnings[reason]]),
    ...(payer?.isVip === true ? [words.warnings.vip] : []),
  ];
  return {
    payerId,
    code: account?.record.code ?? '',
    name: account?.record.name ?? '',
    profile: account?.profile ?? null,
    segment: payer?.segment ?? null,
    isVip: payer?.isVip ?? false,
    scenarioKey: step.scenarioKey,
    scenarioName: library.get(step.scenarioKey)?.scenario.name ?? step.scenarioKey,
    groupKey: groupKeyOf(step),
    stepLabel,
    purpose: step.purpose,
    severity: step.severity,
    channel: step.channel,
    tone: step.tone,
    mode: message?.mode ?? 'task',
    confirmReason: reason,
    recipient:
      step.channel === 'email'
        ? (addressesOf(facts.addresses, payerId).mails[0]?.address ?? '')
        : (account?.record.city ?? ''),
    currency: step.currency,
    dueCents: step.dueCents > 0 ? step.dueCents : step.toFallDueCents,
    itemCount: step.items.length,
    oldestDaysPastDue: oldest !== null && oldest > 0 ? oldest : null,
    sentence:
      message?.thanks == null
        ? words.planned({
            step: stepLabel,
            count: step.items.length,
            days: oldest,
            by: scenarioText[language].by[step.channel],
          })
        : thanksSentence(message, message.thanks, { language, today: portfolio.today }),
    warnings,
  };
}

function oldestOf({ items }: PlannedMessage | PlannedTask): number | null {
  const days = items.map(({ item }) => item.daysPastDue ?? 0);
  return days.length === 0 ? null : Math.max(...days);
}

/** Which money is thanked for, and what it settled. */
function thanksSentence(
  { items, currency }: PlannedMessage,
  { amountCents, receivedOn }: PlannedThanks,
  { language, today }: VerdictReading,
): string {
  const documents = [...new Set(items.map(({ item }) => item.item.documentNumber))];
  return dunningBatchText[language].thanks.row({
    amount: amountText(amountCents, currency, language),
    on: shortDay(receivedOn, today),
    documents: documents.join(', '),
  });
}

/** « Relance 2 », « Prévenance », « Promesse non tenue ». */
export function stepLabelOf(
  step: Pick<PlannedMessage, 'kind' | 'severity'>,
  language: Language,
): string {
  const words = scenarioText[language];
  if (step.kind === 'promise_broken') return words.promiseBroken;
  if (step.kind === 'thank_you') return words.thankYou;
  return step.severity === null ? words.kinds[step.kind] : words.severities[step.severity];
}

/** The batch under a filter: rows in the order of work, groups, counts of the tabs. */
export function plannedAnswer(
  known: CompanyPlan,
  filter: PlanFilter,
  window: { readonly offset: number; readonly limit: number },
  language: Language,
) {
  const words = dunningBatchText[language];
  const currency = known.settings.mainCurrency;
  const all = entriesOfDay(known);
  const ofTab = all.filter((entry) => entry.tab === filter.tab);
  const shown = ofTab
    .filter((entry) => isShown(entry, known, filter))
    .sort((a, b) => amountOf(b) - amountOf(a) || a.payerId - b.payerId);
  const tabs = (['messages', 'letters', 'tasks'] as const).map((tab) => {
    const own = all.filter((entry) => entry.tab === tab);
    return { tab, count: own.length, amountCents: sumOf(own, currency) };
  });
  const totals = known.plan.totals.map(({ currency: of, overdueCents, chasedCents }) => ({
    currency: of,
    overdueCents,
    chasedCents,
    notChasedCents: overdueCents - chasedCents,
  }));
  const none = { currency, overdueCents: 0, chasedCents: 0, notChasedCents: 0 };
  return {
    day: known.plan.day,
    isToday: known.plan.day === known.portfolio.today,
    guards: known.guards.map((code) => ({
      code,
      sentence: words.guards[code] ?? code,
      mayBeOverridden: code === 'bank_stale' || code === 'bank_unknown',
    })),
    tabs,
    byScenario: groupsOf(ofTab, currency, ({ step }) => {
      const key = groupKeyOf(step);
      if (key === THANKS_GROUP) return { key, label: words.thanks.group };
      return { key, label: known.library.get(key)?.scenario.name ?? key };
    }),
    byProfile: groupsOf(ofTab, currency, ({ payerId }) => {
      const key = known.portfolio.accounts.get(payerId)?.profile ?? '';
      return { key, label: key };
    }),
    total: shown.length,
    totalCents: sumOf(shown, currency),
    toConfirmCount: shown.filter(isToConfirm).length,
    control: {
      ...(totals.find((one) => one.currency === currency) ?? none),
      otherCurrencies: totals.filter((one) => one.currency !== currency),
    },
    rows: shown
      .slice(window.offset, window.offset + window.limit)
      .map((entry) => plannedRow(known, entry, language)),
  };
}

/** The amount with its currency, as sentences write it. */
export function amountText(cents: number, currency: string, language: Language): string {
  return formatCents(cents, { currency, language });
}

function isShown({ payerId, step }: PlannedEntry, { portfolio }: CompanyPlan, filter: PlanFilter) {
  if (filter.scenarioKey !== null && groupKeyOf(step) !== filter.scenarioKey) return false;
  if (filter.channel !== null && step.channel !== filter.channel) return false;
  const account = portfolio.accounts.get(payerId);
  if (filter.profile !== null && (account?.profile ?? '') !== filter.profile) return false;
  const wanted = filter.text.trim().toLowerCase();
  const { name = '', code = '' } = account?.record ?? {};
  return `${name} ${code}`.toLowerCase().includes(wanted);
}

function isToConfirm({ step }: PlannedEntry): boolean {
  return isMessage(step) && step.mode === 'to_confirm';
}

function amountOf({ step }: PlannedEntry): number {
  return step.dueCents > 0 ? step.dueCents : step.toFallDueCents;
}

function sumOf(entries: readonly PlannedEntry[], currency: string): number {
  return entries
    .filter(({ step }) => step.currency === currency)
    .reduce((sum, entry) => sum + amountOf(entry), 0);
}

function groupsOf(
  entries: readonly PlannedEntry[],
  currency: string,
  keyOf: (entry: PlannedEntry) => { readonly key: string; readonly label: string },
) {
  const groups = new Map<string, { label: string; entries: PlannedEntry[] }>();
  for (const entry of entries) {
    const { key, label } = keyOf(entry);
    const group = groups.get(key) ?? { label, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return Array.from(groups, ([key, { label, entries: own }]) => ({
    key,
    label,
    count: own.length,
    amountCents: sumOf(own, currency),
    toConfirmCount: own.filter(isToConfirm).length,
  })).sort((a, b) => b.amountCents - a.amountCents);
}
