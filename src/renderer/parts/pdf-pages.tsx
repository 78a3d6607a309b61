/**
 * The sheets of a PDF in the window, one under the other, as a printer would lay them out.
 *
 *     <PdfPages label="Courrier" bytes={letter.data.bytes} />
 *
 * No program of the desktop is needed to see them; opening the file itself is another button.
 */
import { useEffect, useRef, useState } from 'react';
import { partsText } from '../../shared/text/screens/parts.ts';
import type { drawSheet as DrawSheet, PdfSheets } from './pdf-engine.ts';
import styles from './pdf-pages.module.css';
import { useText } from './reader.tsx';
import { Skeleton } from './states.tsx';

interface Shown extends PdfSheets {
  readonly draw: typeof DrawSheet;
}

export function PdfPages(props: { readonly label: string; readonly bytes: ArrayBuffer }) {
  const { label, bytes } = props;
  const words = useText(partsText);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isOver = false;
    let close: () => void = () => undefined;
    void import('./pdf-engine.ts')
      .then(async ({ readSheets, drawSheet }) => {
        const sheets = await readSheets(bytes);
        close = sheets.close;
        if (isOver) close();
        else setShown({ ...sheets, draw: drawSheet });
      })
      .catch(() => setBroken(true));
    return () => {
      isOver = true;
      close();
    };
  }, [bytes]);
  if (isBroken) return <p className={styles.broken}>{words.sheetsUnreadable}</p>;
  if (shown === null) return <Skeleton lines={12} height={18} />;
  const count = shown.pages.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
    <section className={styles.pages} aria-label={label} tabIndex={0}>
      {shown.pages.map((page, index) => (
        <Sheet
          key={page.pageNumber}
          page={page}
          draw={shown.draw}
          label={words.sheet(`${index + 1}`, `${count}`)}
        />
      ))}
    </section>
  );
}

function Sheet(props: {
  readonly page: PdfSheets['pages'][number];
  readonly draw: Shown['draw'];
  readonly label: string;
}) {
  const { page, draw, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    return draw(page, canvas.current);
  }, [page, draw]);
  return <canvas ref={canvas} className={styles.sheet} role="img" aria-label={label} />;
}
