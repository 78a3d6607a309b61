/**
 * Which item drives a message, and which others it takes to their own step (R2).
 *
 * A message is written at the level of its gravest item, but a residue drives nothing: 120 € at
 * level 4 do not put 30 000 € three days late into a formal notice. Items below the threshold
 * drive together, when they reach it together or are all there is. A formal notice covers the
 * items whose own step it is, which were all reminded; the others are « autres échéances ».
 */
import type { Cents } from '../../kernel/cents.ts';
import { ratioOf } from '../../kernel/cents.ts';
import type { DueStep } from './due-step.ts';
import type { DunningSettings } from './dunning-settings.ts';
import type { JudgedItem } from './judge-item.ts';
import { isGrave } from './next-step.ts';
import { severityRank } from './severity.ts';

/** An item whose step is due. */
export interface DueItem extends JudgedItem {
  readonly due: DueStep;
}

export interface Lead {
  readonly lead: DueItem;
  /** With the lead, those taken to their own step. */
  readonly covered: readonly DueItem[];
}

/**
 * The lead among the items whose step is due; null where they are residues that wait for more.
 * `totalCents` is what the message would ask for.
 */
export function leadOf(
  items: readonly DueItem[],
  totalCents: Cents,
  settings: DunningSettings,
): Lead | null {
  const broken = items.filter(({ due }) => due.promise !== null).sort(graverFirst);
  const lead = broken[0] ?? drivingItem(items, totalCents, settings);
  if (lead === null) return null;
  return { lead, covered: items.filter((item) => isCovered(item.due, lead.due)) };
}

/** The graver step first, then the one due for longer, then the lower number. */
export function graverFirst(a: DueItem, b: DueItem): number {
  if (a.due.on !== b.due.on && a.due.severity === b.due.severity) {
    return a.due.on < b.due.on ? -1 : 1;
  }
  return (
    severityRank(b.due.severity) - severityRank(a.due.severity) || a.receivableId - b.receivableId
  );
}

function drivingItem(
  items: readonly DueItem[],
  totalCents: Cents,
  { residueCents, residueShareBasisPoints }: DunningSettings,
): DueItem | null {
  const threshold = Math.max(residueCents, ratioOf(totalCents, residueShareBasisPoints, 10_000));
  const sorted = [...items].sort(graverFirst);
  const large = sorted.find((item) => item.isLifted || item.chaseableCents >= threshold);
  if (large !== undefined) return large;
  const sumCents = items.reduce((sum, { chaseableCents }) => sum + chaseableCents, 0);
  const isAll = sumCents === totalCents;
  let reached = 0;
  const together = sorted.find(({ chaseableCents }) => {
    reached += chaseableCents;
    return reached >= (isAll ? Math.min(threshold, sumCents) : threshold);
  });
  return together ?? null;
}

function isCovered(due: DueStep, lead: DueStep): boolean {
  if (lead.promise !== null) return due.claimKey === lead.claimKey;
  if (isGrave(lead.kind) || isGrave(due.kind)) return due.kind === lead.kind;
  return severityRank(due.severity) <= severityRank(lead.severity);
}
