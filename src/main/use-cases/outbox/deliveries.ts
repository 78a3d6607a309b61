/** The deliveries of all companies: one each, pulsed together. */
import type { Ledger } from '../../ledger/ledger.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { buildApproved } from './build-notices.ts';
import { Delivery } from './deliver.ts';
import { type Recovery, recoverOutbox } from './recover.ts';

const deliveries = new WeakMap<AppContext, Map<string, Delivery>>();

/** The delivery of a company, made when first asked for. */
export function deliveryOf(context: AppContext, company: OpenCompany): Delivery {
  const known = deliveries.get(context) ?? new Map<string, Delivery>();
  deliveries.set(context, known);
  const delivery = known.get(company.key) ?? new Delivery(context, company);
  known.set(company.key, delivery);
  return delivery;
}

const recovered = new WeakMap<Ledger, Promise<Recovery>>();
const looked = new WeakSet<Ledger>();

/** Looks once, after the ledger opened, at what an earlier run left on its way. */
export function recoverOnce(context: AppContext, company: OpenCompany): Promise<Recovery> {
  const known = recovered.get(company.ledger);
  if (known !== undefined) return known;
  const isRestored = context.restoredKeys.has(company.key) && !looked.has(company.ledger);
  const made = recoverOutbox(company, { isRestored });
  recovered.set(company.ledger, made);
  made.then(
    ({ unknownPayerCount }) => {
      looked.add(company.ledger);
      // They may be known by the next time: a file that names them comes in.
      if (unknownPayerCount > 0) recovered.delete(company.ledger);
    },
    () => recovered.delete(company.ledger),
  );
  return made;
}

const closing = new WeakSet<AppContext>();
const pulses = new WeakMap<AppContext, Set<Promise<void>>>();

/** Builds what is approved and sends what is due. */
export function pulseOutbox(context: AppContext, company: OpenCompany): Promise<void> {
  const running = pulses.get(context) ?? new Set();
  pulses.set(context, running);
  const pulse = pulseOnce(context, company).finally(() => running.delete(pulse));
  running.add(pulse);
  return pulse;
}

/** The same, for whoever does not wait: what fails is logged, and tried at the next pulse. */
export function pulseSoon(context: AppContext, company: OpenCompany): void {
  pulseOutbox(context, company).catch((error: unknown) => {
    context.log.error('outbox_pulse_failed', error, { company: company.key });
  });
}

/** Lets what is being sent end, and sends nothing more. */
export async function closeDeliveries(context: AppContext): Promise<void> {
  closing.add(context);
  const known = deliveries.get(context);
  await Promise.all([...(known?.values() ?? [])].map((delivery) => delivery.close()));
}

/** Waits for the pulses under way, once the jobs they wait for are over. */
export async function endOfPulses(context: AppContext): Promise<void> {
  await Promise.allSettled(pulses.get(context) ?? []);
}

async function pulseOnce(context: AppContext, company: OpenCompany): Promise<void> {
  if (closing.has(context)) return;
  await recoverOnce(context, company);
  await buildApproved(context, company);
  if (!closing.has(context)) await deliveryOf(context, company).pulse();
}
