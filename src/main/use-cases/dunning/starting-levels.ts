/** Starting levels at go-live (R15): what is long late does not begin with « simple oubli ». */
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import { SEVERITIES } from '../../../shared/domain/dunning/severity.ts';
import { startingLevelOf } from '../../../shared/domain/dunning/starting-level.ts';
import { recordLevel } from '../../ledger/stores/dunning-decisions.ts';
import { recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CompanyPlan } from './plan-keeper.ts';

interface Start {
  readonly receivableId: number;
  readonly payerId: number;
  readonly amountCents: number;
  readonly severity: Severity;
}

/** What would be set, by level; items written about or set already are left as they are. */
export function startPreview(known: CompanyPlan) {
  const { starts, untouchedCount, touchedCount } = startsOf(known);
  return {
    groups: SEVERITIES.flatMap((severity) => {
      const own = starts.filter((one) => one.severity === severity);
      if (own.length === 0) return [];
      return [
        {
          severity,
          itemCount: own.length,
          payerCount: new Set(own.map(({ payerId }) => payerId)).size,
          amountCents: own.reduce((sum, { amountCents }) => sum + amountCents, 0),
        },
      ];
    }),
    untouchedCount,
    isDone: touchedCount > 0,
  };
}

/** Sets them. */
export function applyStart(
  company: OpenCompany,
  known: CompanyPlan,
  { commandId }: { readonly commandId: string },
  errors: object,
) {
  const { starts } = startsOf(known);
  const entry = {
    commandId,
    kind: 'starting_levels_set',
    customerId: null,
    payload: { itemCount: starts.length },
  };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const day = writer.clock.today();
    for (const { receivableId, severity } of starts) {
      recordLevel(writer, entryId, { receivableId, day, severity, source: 'start', reason: '' });
    }
    return { itemCount: starts.length };
  });
}

function startsOf({ plan, facts, payers, settings }: CompanyPlan) {
  const starts: Start[] = [];
  let untouchedCount = 0;
  let touchedCount = 0;
  for (const { payerId, items } of plan.payers) {
    const segment = payers.get(payerId)?.segment ?? null;
    for (const { item, isOverdue } of items) {
      const { receivableId, outstandingCents } = item.item;
      if (receivableId === null || !isOverdue) continue;
      if (facts.events.has(receivableId)) {
        touchedCount += 1;
        continue;
      }
      const severity = startingLevelOf(item.daysPastDue, segment, settings.dunning);
      if (severity === null) untouchedCount += 1;
      else starts.push({ receivableId, payerId, amountCents: outstandingCents, severity });
    }
  }
  return { starts, untouchedCount, touchedCount };
}
