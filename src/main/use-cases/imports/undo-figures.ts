/**
 * What the undo of an import would change. Its customers are compared by groups, so that no thread
 * is held for a whole ledger.
 */
import { setImmediate } from 'node:timers/promises';
import { type UndoFigures, UndoPreview } from '../../ledger/imports/preview-undo.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** The figures for an import that may be undone. */
export async function undoFigures(ledger: Ledger, importId: number): Promise<UndoFigures> {
  const preview = new UndoPreview(ledger, importId);
  try {
    for (const group of preview.groups) {
      await setImmediate();
      preview.add(group);
    }
    return preview.figures();
  } finally {
    preview.close();
  }
}
