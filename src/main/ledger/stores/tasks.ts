/** Tasks: what is to be done on a customer, by when. */
import { eq } from 'drizzle-orm';
import { task, taskClosed } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

export type TaskRow = typeof task.$inferSelect;
export type NewTask = Omit<TaskRow, 'taskId' | 'entryId'>;

/** Appends a task and gives its id. */
export function appendTask(writer: Writer, entryId: number, made: NewTask): number {
  const inserted = writer.orm
    .insert(task)
    .values({ ...made, entryId })
    .run();
  writer.touch(['tasks'], [made.customerId]);
  return Number(inserted.lastInsertRowid);
}

/** A task, closed or not; null when unknown. */
export function loadTask(
  reader: Reader,
  taskId: number,
): (TaskRow & { readonly isClosed: boolean }) | null {
  const [row] = reader.orm
    .select({ task, closedBy: taskClosed.entryId })
    .from(task)
    .leftJoin(taskClosed, eq(taskClosed.taskId, task.taskId))
    .where(eq(task.taskId, taskId))
    .all();
  return row === undefined ? null : { ...row.task, isClosed: row.closedBy !== null };
}

/** The tasks made in one entry (a call makes its next action in its own). */
export function loadTasksOfEntry(reader: Reader, entryId: number): TaskRow[] {
  return reader.orm.select().from(task).where(eq(task.entryId, entryId)).all();
}

/** The tasks that one entry closed (a call does those that asked for it). */
export function loadTasksClosedBy(reader: Reader, entryId: number): TaskRow[] {
  return reader.orm
    .select({ task })
    .from(task)
    .innerJoin(taskClosed, eq(taskClosed.taskId, task.taskId))
    .where(eq(taskClosed.entryId, entryId))
    .all()
    .map((row) => row.task);
}

/** Closes a task: done, or without object. */
export function closeTask(writer: Writer, entryId: number, taskId: number): void {
  writer.orm.insert(taskClosed).values({ taskId, entryId }).run();
  const closed = loadTask(writer, taskId);
  writer.touch(['tasks'], closed === null ? [] : [closed.customerId]);
}
