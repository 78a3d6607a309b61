/** The procedures of `figures`: indicators, their aims and efforts, the simulator's own figures. */
import { INDICATOR_KINDS } from '../../../shared/domain/metrics/indicator.ts';
import { monthsUpTo } from '../../../shared/domain/metrics/months.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { startOfMonth } from '../../../shared/kernel/calendar-date.ts';
import { recordEffort } from '../../ledger/stores/efforts.ts';
import { recordObjective } from '../../ledger/stores/objectives.ts';
import { ensureAnalysis } from '../analysis/ensure-analysis.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { windowOf } from '../overview/lists.ts';
import { effortRows } from './effort-rows.ts';
import { groupFigures } from './group-figures.ts';
import { groupRows } from './group-rows.ts';
import { knownMonths } from './known-months.ts';
import { monthsAsOf } from './months-as-of.ts';
import { companyPoints } from './points.ts';
import {
  indicatorPoints,
  indicatorRows,
  isUnderWay,
  partLabel,
  pointsOf,
  standingOf,
  TARGET_PARTS,
  targetsOf,
} from './shown-indicators.ts';
import { simulatorFiguresOf } from './simulator-figures.ts';

const EFFORT_MONTHS = 13;

/** Binds the area. */
export function figuresRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  /** The company with its months up to a day, where they were made. */
  async function open(call: CallContext, wanted: CalendarDate | null) {
    const company = companyOf(context, call);
    const now = await company.portfolio.read();
    const { jobId } = ensureAnalysis(context, company);
    const known = knownMonths(company.ledger);
    const asOf = known === null ? null : await monthsAsOf(company.ledger, known, wanted);
    const making = {
      hasBooks: company.ledger.version().asOf !== null,
      hasFigures: asOf !== null,
      isStale: known?.isStale ?? true,
      jobId,
    };
    return { ...company, now, asOf, making, conventions: now.settings.figures };
  }
  return {
    show: api.figures.show.handler(async ({ input, context: call }) => {
      const { part } = input;
      const { ledger, now, asOf, making, conventions } = await open(call, input.asOf);
      const points = asOf === null ? [] : await pointsOf(ledger, now, { asOf, part });
      return {
        ...making,
        asOf: asOf?.asOf ?? now.today,
        isMonthUnderWay: isUnderWay(points),
        partLabel: partLabel(now, part, language()),
        knownFrom: asOf?.known.knownFrom ?? { sales: null, standing: null },
        conventions,
        standing: standingOf(now, points),
        rows: points.length === 0 ? [] : indicatorRows(ledger, points, { conventions, part }),
      };
    }),
    history: api.figures.history.handler(async ({ input, context: call }) => {
      const { part, indicator, monthCount } = input;
      const { ledger, now, asOf, conventions } = await open(call, input.asOf);
      const points = asOf === null ? [] : await pointsOf(ledger, now, { asOf, part });
      return {
        target: targetsOf(ledger, part)(indicator),
        points: indicatorPoints(points, { indicator, monthCount, conventions }),
      };
    }),
    groups: api.figures.groups.handler(async ({ input, context: call }) => {
      const { ledger, now, asOf, making, conventions } = await open(call, input.asOf);
      const asked = { ...input, conventions, language: language() };
      const rows = asOf === null ? [] : await groupRows(ledger, now, { ...asked, asOf });
      const sum = (of: (row: (typeof rows)[number]) => number) =>
        rows.reduce((total, row) => total + of(row), 0);
      return {
        ...making,
        partLabel: partLabel(now, input.part, language()),
        ...windowOf(rows, input),
        closingCents: sum(({ closingCents }) => closingCents),
        overdueCents: sum(({ overdueCents }) => overdueCents),
        salesCents: sum(({ salesCents }) => salesCents),
      };
    }),
    setObjective: api.figures.setObjective.handler(({ input, context: call, errors }) => {
      const { commandId, indicator, part, target } = input;
      const payload = { indicator, part, target };
      const entry = { commandId, kind: 'objective_set', customerId: null, payload };
      return recordCommand(companyOf(context, call), entry, errors, (writer, entryId) => {
        if (part !== null && INDICATOR_KINDS[indicator].isOfCompany) {
          throw new CommandRefused('no_objective_for_part');
        }
        recordObjective(writer, entryId, {
          indicator,
          dimension: part?.by ?? 'none',
          dimensionKey: part?.key ?? '',
          target: target === null ? null : Math.round(target * TARGET_PARTS),
        });
        return {};
      });
    }),
    listEfforts: api.figures.listEfforts.handler(({ context: call }) => {
      const { ledger } = companyOf(context, call);
      return effortRows(ledger, monthsUpTo(context.clock.today(), EFFORT_MONTHS)).toReversed();
    }),
    setEffort: api.figures.setEffort.handler(({ input, context: call, errors }) => {
      const { commandId, ...typed } = input;
      const effort = { ...typed, month: startOfMonth(typed.month) };
      const entry = { commandId, kind: 'effort_typed', customerId: null, payload: effort };
      return recordCommand(companyOf(context, call), entry, errors, (writer, entryId) => {
        if (effort.month > writer.clock.today()) throw new CommandRefused('month_to_come');
        recordEffort(writer, entryId, effort);
        return {};
      });
    }),
    simulatorFigures: api.figures.simulatorFigures.handler(async ({ context: call }) => {
      const { ledger, now, asOf, making, conventions } = await open(call, null);
      const asked = { by: 'customer', conventions } as const;
      const points = asOf === null ? [] : companyPoints(ledger, now, asOf).points;
      const customers = asOf === null ? [] : await groupFigures(ledger, now, { ...asked, asOf });
      return {
        ...making,
        asOf: asOf?.asOf ?? now.today,
        ...simulatorFiguresOf(points, customers, conventions),
      };
    }),
  };
}
