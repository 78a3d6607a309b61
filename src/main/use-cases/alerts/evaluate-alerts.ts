/**
 * Looks at every customer and raises and clears what the rules say: at each import, each morning,
 * and within half a minute of what people do. Where nothing changes, nothing is written.
 */
import { setImmediate } from 'node:timers/promises';
import { alertChanges, rulesInForce } from '../../../shared/domain/alert/alert-rules.ts';
import { appendEntry } from '../../ledger/journal.ts';
import { loadAlertRules, recordAlertChanges } from '../../ledger/stores/alerts.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { alertFigures, looksBack, prepareGrowth } from './alert-figures.ts';
import { standingAlerts } from './standing-alerts.ts';

/** Alerts written in one transaction. */
const PART_ALERTS = 500;

/** The state of the books that each ledger's alerts were last evaluated on. */
const evaluated = new WeakMap<OpenCompany['ledger'], string>();
const underWay = new WeakMap<OpenCompany['ledger'], Promise<void>>();

/** Brings the alerts to the books as they are; at once where nothing has moved since. */
export function evaluateAlerts(company: OpenCompany): Promise<void> {
  const { ledger } = company;
  // One after the other: an evaluation under way may have read what the caller has just changed.
  const before = underWay.get(ledger) ?? Promise.resolve();
  const next = before.catch(() => undefined).then(() => evaluate(company));
  underWay.set(ledger, next);
  return next;
}

async function evaluate(company: OpenCompany): Promise<void> {
  const { ledger, portfolio } = company;
  if (ledger.version().entryId === 0 || evaluated.get(ledger) === stateOf(ledger)) return;
  const rules = rulesInForce(ledger.read(loadAlertRules));
  const isBack = rules.some(({ isOn, criteria }) => isOn && looksBack(criteria));
  const now = await portfolio.read();
  if (isBack) await prepareGrowth(ledger, now);
  const state = stateOf(ledger);
  const entriesBefore = ledger.version().entryId;
  const standing = standingAlerts(ledger);
  const { raised, cleared } = alertChanges(rules, alertFigures(ledger, now), standing);
  if (raised.length === 0 && cleared.length === 0) {
    evaluated.set(ledger, state);
    return;
  }
  const written = await recordInParts(ledger, { raised, cleared });
  // What was written meanwhile is looked at by the next evaluation.
  if (ledger.version().entryId === entriesBefore + written) evaluated.set(ledger, stateOf(ledger));
}

type Changes = ReturnType<typeof alertChanges>;

/** Writes the changes by parts, each with its entry: a first evaluation may raise thousands. */
async function recordInParts(
  ledger: OpenCompany['ledger'],
  { raised, cleared }: Changes,
): Promise<number> {
  const count = Math.ceil(Math.max(raised.length, cleared.length) / PART_ALERTS);
  for (let part = 0; part < count; part += 1) {
    const [from, to] = [part * PART_ALERTS, (part + 1) * PART_ALERTS];
    const changes = { raised: raised.slice(from, to), cleared: cleared.slice(from, to) };
    const payload = { ...changes, cleared: changes.cleared.map(({ alertId }) => alertId) };
    const entry = { kind: 'alerts_evaluated', customerId: null, commandId: null, payload };
    await setImmediate();
    await ledger.write((writer) => {
      recordAlertChanges(writer, appendEntry(writer, entry), changes);
    });
  }
  return count;
}

function stateOf(ledger: OpenCompany['ledger']): string {
  return JSON.stringify([ledger.version(), ledger.clock.today()]);
}
