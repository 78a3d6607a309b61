/** PDF.js, loaded when the first sheet is shown. Its worker is inside: it runs in the window. */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';

export interface PdfSheets {
  readonly pages: readonly PDFPageProxy[];
  readonly close: () => void;
}

/** Reads the sheets. The bytes are copied: PDF.js keeps what it is given. */
export async function readSheets(bytes: ArrayBuffer): Promise<PdfSheets> {
  const task = getDocument({ data: new Uint8Array(bytes.slice(0)) });
  const pdf: PDFDocumentProxy = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)),
  );
  return { pages, close: () => void task.destroy() };
}

/** Draws a sheet as wide as its place; returns the way to stop. */
export function drawSheet(page: PDFPageProxy, canvas: HTMLCanvasElement): () => void {
  const natural = page.getViewport({ scale: 1 });
  const scale = (canvas.clientWidth / natural.width) * window.devicePixelRatio;
  const viewport = page.getViewport({ scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const drawing = page.render({ canvas, viewport });
  // What is cancelled is drawn by whoever cancelled it.
  drawing.promise.catch(() => undefined);
  return () => drawing.cancel();
}
