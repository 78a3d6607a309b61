/** What people decide of reminders: levels, cycles, steps done, what a soft rule lets through. */
import { eq } from 'drizzle-orm';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import {
  chaseOverride,
  cycleBegun,
  levelSet,
  repNotice,
  repNoticeItem,
  stepDone,
  stepUndone,
} from '../schema/dunning.ts';
import type { Writer } from '../session.ts';
import { command, day, int, nullable, text, word } from '../statement.ts';

type NewLevel = Omit<typeof levelSet.$inferSelect, 'entryId'>;
type NewCycle = Omit<typeof cycleBegun.$inferSelect, 'entryId'>;
type NewStepDone = Omit<typeof stepDone.$inferSelect, 'entryId'>;
type NewOverride = Omit<typeof chaseOverride.$inferSelect, 'entryId' | 'overrideId'>;
type NewRepNotice = Omit<typeof repNotice.$inferSelect, 'entryId' | 'repNoticeId'> & {
  readonly items: readonly { readonly receivableId: number; readonly claimKey: string }[];
};

// Thousands of them are noted in the transaction of one batch.
const STEP_DONE = command({
  name: 'dunning.step_done',
  params: {
    receivableId: int,
    entryId: int,
    claimKey: text,
    severity: nullable(word<Severity>()),
    cycle: int,
    day,
    how: word<NewStepDone['how']>(),
  },
  sql: `
INSERT INTO step_done (receivable_id, entry_id, claim_key, severity, cycle, day, how)
VALUES (@receivableId, @entryId, @claimKey, @severity, @cycle, @day, @how)`,
});

/** Sets the level of an item; its earlier ones stay in the ledger. */
export function recordLevel(writer: Writer, entryId: number, made: NewLevel): void {
  writer.orm
    .insert(levelSet)
    .values({ ...made, entryId })
    .run();
  writer.touch(['levels']);
}

/** Begins a cycle of an item: its steps may be made again. */
export function recordCycle(writer: Writer, entryId: number, made: NewCycle): void {
  writer.orm
    .insert(cycleBegun)
    .values({ ...made, entryId })
    .run();
  writer.touch(['levels']);
}

/** Notes a step done by a call or a task, or passed over. */
export function recordStepDone(writer: Writer, entryId: number, made: NewStepDone): void {
  const { receivableId, claimKey, severity, cycle, day, how } = made;
  writer.run(STEP_DONE, { receivableId, entryId, claimKey, severity, cycle, day, how });
  writer.touch(['levels']);
}

/** Gives back the steps that an entry had done; they are to be made again. */
export function undoStepsOfEntry(writer: Writer, entryId: number, stepEntryId: number): void {
  const steps = writer.orm.select().from(stepDone).where(eq(stepDone.entryId, stepEntryId)).all();
  if (steps.length === 0) return;
  writer.orm.insert(stepUndone).values({ stepEntryId, entryId }).run();
  writer.touch(['levels']);
}

/** Lets through for a day what a soft rule holds back. */
export function recordChaseOverride(writer: Writer, entryId: number, made: NewOverride): void {
  writer.orm
    .insert(chaseOverride)
    .values({ ...made, entryId })
    .run();
  writer.touch(['levels'], [made.payerId]);
}

/** Notes that a sales rep was given the list of what comes. */
export function recordRepNotice(writer: Writer, entryId: number, made: NewRepNotice): void {
  const { items, ...row } = made;
  const repNoticeId = Number(
    writer.orm
      .insert(repNotice)
      .values({ ...row, entryId })
      .run().lastInsertRowid,
  );
  for (const item of items) {
    writer.orm
      .insert(repNoticeItem)
      .values({ ...item, repNoticeId })
      .run();
  }
  writer.touch(['levels']);
}
