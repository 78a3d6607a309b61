/**
 * A list on paper: every row, not only those in sight, read when one asks to print.
 *
 *     const paper = usePaper({ asked: JSON.stringify(question), failed: words.printFailed,
 *       read: (part) => call.overview.agedBalance({ ...question, ...part }) });
 *     paper.print();                 reads the whole, then opens the browser's own dialog
 *     paper.whole                    what it read, until another question
 */
import { useEffect, useState } from 'react';
import { type Page, type Part, WINDOW_ROWS } from '../api/windows.ts';
import { showToast } from '../parts/toast.tsx';

export function usePaper<Answer extends Page<unknown>>(list: {
  readonly asked: string;
  readonly read: (part: Part) => Promise<Answer>;
  readonly failed: string;
}) {
  const { asked, read, failed } = list;
  const [whole, setWhole] = useState<Answer | null>(null);
  const [isReading, setReading] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another paper.
  useEffect(() => setWhole(null), [asked]);
  useEffect(() => {
    if (whole !== null) window.print();
  }, [whole]);
  const print = async () => {
    setReading(true);
    try {
      const first = await read({ offset: 0, limit: WINDOW_ROWS });
      const rows = [...first.rows];
      while (rows.length < first.total) {
        const { rows: more } = await read({ offset: rows.length, limit: WINDOW_ROWS });
        if (more.length === 0) break;
        rows.push(...more);
      }
      setWhole({ ...first, rows });
    } catch {
      showToast({ message: failed, tone: 'danger' });
    }
    setReading(false);
  };
  return { whole, isReading, print };
}
