/**
 * How long the model takes on a large ledger: learning, then 26 weeks of everything open. The
 * forecast is timed the second time, as a thread that has made one before makes it.
 */
import type { DatedItem } from '../../src/shared/domain/forecast/dated-item.ts';
import { fitPaymentModel } from '../../src/shared/domain/forecast/fit-payment-model.ts';
import { paymentChances } from '../../src/shared/domain/forecast/payment-chances.ts';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { addToBand, emptyBand, weekBand } from '../support/forecast-band.ts';
import { FIRST_DAY, knownOn, madeUpPayers } from '../support/made-up-payers.ts';

const WEEKS = 26;
const MONTHS = 50;
const CUSTOMERS = 20_000;

/** One line of the report. */
export function timeLargeLedger(): string {
  const today = addDays(FIRST_DAY, MONTHS * 30);
  const items = knownOn(
    madeUpPayers({ customers: CUSTOMERS, months: MONTHS, neverOneIn: 25 }),
    today,
  );
  const open = items.filter(({ paidOn }) => paidOn === null);
  const [fit, model] = timed(() => fitPaymentModel(items, today));
  forecastOf(model, open, today);
  const [forecast] = timed(() => forecastOf(model, open, today));
  return (
    `${items.length} factures de ${CUSTOMERS} clients apprises en ${seconds(fit)}; ` +
    `${open.length} postes ouverts prévus sur ${WEEKS} semaines en ${seconds(forecast)}.`
  );
}

function forecastOf(
  model: ReturnType<typeof fitPaymentModel>,
  open: readonly DatedItem[],
  today: DatedItem['issuedOn'],
) {
  const bounds = Array.from({ length: WEEKS }, (_, week) => addDays(today, 7 * week + 7));
  const sums = emptyBand(WEEKS);
  addToBand(sums, open, paymentChances(model, open, today, bounds));
  return weekBand(model, sums);
}

interface Spent {
  readonly ms: number;
  readonly cpuMs: number;
}

function timed<Answer>(work: () => Answer): [Spent, Answer] {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const answer = work();
  const { user, system } = process.cpuUsage(cpu);
  return [{ ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 }, answer];
}

function seconds({ ms, cpuMs }: Spent): string {
  return `${(ms / 1000).toFixed(1)} s (processeur ${(cpuMs / 1000).toFixed(1)} s)`;
}
