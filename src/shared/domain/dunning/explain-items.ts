/** Every open debit of a payer with the verdict of each of its parts, in the order of the books. */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { isOverdue } from '../receivable/net-position.ts';
import type { VerdictPart } from '../receivable/verdict.ts';
import type { ExplainedItem } from './day-plan.ts';
import type { DunningPart, DunningVerdict, VerdictDetail } from './dunning-verdict.ts';
import { itemLevelOf } from './item-level.ts';
import type { JudgedItem } from './judge-item.ts';
import type { PlannerPayer } from './planner-input.ts';

export interface Spoken {
  readonly verdict: DunningVerdict;
  readonly detail?: VerdictDetail;
}

/** What the plan says of the parts that it decides. */
export interface SpokenItems {
  readonly chaseable: ReadonlyMap<JudgedItem, Spoken>;
  readonly notDue: ReadonlyMap<JudgedItem, Spoken>;
}

/** Whether the verdict of a part is decided by the plan; all others are by the account itself. */
export function isOpenToDunning({ verdict }: VerdictPart): boolean {
  return verdict === 'chaseable' || verdict === 'not_due';
}

/** The payer's debits; `judged` holds those with a part open to dunning, in the same order. */
export function explainItems(
  payer: PlannerPayer,
  judged: readonly JudgedItem[],
  spoken: SpokenItems,
  today: CalendarDate,
): readonly ExplainedItem[] {
  const explained: ExplainedItem[] = [];
  let next = 0;
  for (const { assessed, situation } of payer.accounts) {
    for (const item of assessed.items) {
      const own = judged[next]?.item === item ? judged[next] : undefined;
      if (own !== undefined) next += 1;
      const { receivableId } = item.item;
      const level = own?.level ?? itemLevelOf(payer.events.get(receivableId ?? Number.NaN));
      explained.push({
        customerId: situation.customerId,
        currency: item.item.currency,
        item,
        parts: own === undefined ? settledParts(item.parts) : item.parts.map(partOf(own, spoken)),
        severity: level.severity,
        isOverdue: isOverdue(item.item, today),
      });
    }
  }
  return explained;
}

/** Parts of which none is open: their verdicts stand as they are, and no list is made anew. */
function settledParts(parts: readonly VerdictPart[]): readonly DunningPart[] {
  return parts as readonly DunningPart[];
}

function partOf(
  judged: JudgedItem,
  { chaseable, notDue }: SpokenItems,
): (part: VerdictPart) => DunningPart {
  return (part) => {
    const { verdict, amountCents } = part;
    if (verdict === 'chaseable') {
      // An item that nothing holds was placed, or told why not.
      return spokenPart((chaseable.get(judged) ?? judged.hold) as Spoken, amountCents);
    }
    const spoken = verdict === 'not_due' ? notDue.get(judged) : undefined;
    return spoken === undefined ? { verdict, amountCents } : spokenPart(spoken, amountCents);
  };
}

function spokenPart({ verdict, detail }: Spoken, amountCents: Cents): DunningPart {
  return detail === undefined ? { verdict, amountCents } : { verdict, amountCents, detail };
}
