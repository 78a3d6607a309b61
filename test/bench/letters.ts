/**
 * `node test/bench/letters.ts [count]`: a batch of letters, against bare pdfmake putting the same
 * pages into one document, without archives, progress or a way to stop.
 *
 * Each runs in a process of its own, since lending parsed fonts changes pdfmake for good. Processor
 * time is told beside the clock's: it hardly feels what else the machine does.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pdfmake from 'pdfmake';
import roboto from 'pdfmake/build/fonts/Roboto.js';
import type { BatchLetter } from '../../src/main/reports/letter/letter.ts';
import { writeLetterBatch } from '../../src/main/reports/letter/letter-batch.ts';
import { letterDocument } from '../../src/main/reports/letter/letter-pdf.ts';
import type { Content, Node, TDocumentDefinitions } from '../../src/main/reports/pdf-types.ts';
import { letterOf } from '../support/letters.ts';

interface Times {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly pageCounts: readonly number[];
}

/** Nine letters in ten have three to ten items, the tenth has forty-five. */
function letters(count: number): BatchLetter[] {
  return Array.from({ length: count }, (_, index) => {
    const code = `C${String(index).padStart(5, '0')}`;
    const letter = letterOf({ itemCount: index % 10 === 0 ? 45 : 3 + (index % 8) });
    const recipient = { ...letter.facts.recipient, code, name: `Menuiserie ${index}` };
    return { ...letter, letterKey: code, facts: { ...letter.facts, recipient } };
  });
}

async function timed(work: () => Promise<readonly number[]>): Promise<Times> {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const pageCounts = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: performance.now() - started, cpuMs: (user + system) / 1000, pageCounts };
}

async function batch(count: number, folder: string): Promise<readonly number[]> {
  const letterFolder = path.join(folder, 'letters');
  mkdirSync(letterFolder);
  const order = {
    reference: 'Banc',
    groupBy: 'name',
    letters: letters(count),
    letterFolder,
    printPath: path.join(folder, 'batch.pdf'),
  } as const;
  const printed = await writeLetterBatch(order, { progress: () => {}, stopIfCancelled: () => {} });
  return printed.map(({ pageCount }) => pageCount);
}

/** Heads and feet of each page as its letter has them, in a document of all the letters. */
async function bare(pageCounts: readonly number[], folder: string): Promise<readonly number[]> {
  for (const [name, file] of Object.entries(roboto.vfs)) {
    pdfmake.virtualfs.writeFileSync(name, file.data, file.encoding);
  }
  pdfmake.setFonts(roboto.fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((name) => name in roboto.vfs);
  const documents = letters(pageCounts.length).map(letterDocument);
  const pages = documents.flatMap((document, index) =>
    Array.from({ length: pageCounts[index] ?? 0 }, (_, page) => ({
      document,
      page: page + 1,
      count: pageCounts[index] ?? 0,
    })),
  );
  const [first] = documents;
  if (first === undefined) return [];
  const whole: TDocumentDefinitions = {
    ...first,
    pageSize: 'A4',
    defaultStyle: { font: 'Roboto', color: '#1d2529', ...first.defaultStyle },
    content: documents.map(({ content }, index): Content => {
      const stack: Node = { stack: withoutIds(content) };
      return index === 0 ? stack : { ...stack, pageBreak: 'before' };
    }),
    background: (page) => {
      const at = pages[page - 1];
      return at?.document.background?.(at.page) ?? null;
    },
    header: (page) => {
      const at = pages[page - 1];
      return at?.document.header?.(at.page, at.count) ?? null;
    },
    footer: (page) => {
      const at = pages[page - 1];
      return at?.document.footer?.(at.page, at.count) ?? null;
    },
  };
  writeFileSync(path.join(folder, 'bare.pdf'), await pdfmake.createPdf(whole).getBuffer());
  return pageCounts;
}

/** Ids are of one letter; in a document of all of them each would come many times. */
function withoutIds(content: readonly Content[]): readonly Content[] {
  return content.map((part) => {
    if (typeof part === 'string') return part;
    const { id: _, stack, table, ...rest } = part;
    return {
      ...rest,
      ...(stack === undefined ? {} : { stack: withoutIds(stack) }),
      ...(table === undefined ? {} : { table: { ...table, body: table.body.map(withoutIds) } }),
    };
  });
}

const [mode = '500', folder = '', countText = ''] = process.argv.slice(2);
if (mode === 'batch' || mode === 'bare') {
  const counts = path.join(folder, 'pages.json');
  const times = await timed(() =>
    mode === 'batch'
      ? batch(Number.parseInt(countText, 10), folder)
      : bare(JSON.parse(readFileSync(counts, 'utf8')), folder),
  );
  writeFileSync(counts, JSON.stringify(times.pageCounts));
  process.stdout.write(JSON.stringify(times));
} else {
  const place = mkdtempSync(path.join(tmpdir(), 'encours-bench-letters-'));
  const run = (kind: string): Times => {
    const args = [import.meta.filename, kind, place, mode];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  };
  try {
    const [ours, floor] = [run('batch'), run('bare')];
    const pageCount = ours.pageCounts.reduce((sum, pages) => sum + pages, 0);
    const told = (name: string, { wallMs, cpuMs }: Times): string =>
      `${name}: ${Math.round(wallMs)} ms, processor ${Math.round(cpuMs)} ms\n`;
    process.stdout.write(`${mode} letters, ${pageCount} pages\n`);
    process.stdout.write(told('batch, each letter archived', ours));
    process.stdout.write(told('bare pdfmake, one document', floor));
    process.stdout.write(`ratio by processor ${(ours.cpuMs / floor.cpuMs).toFixed(2)}\n`);
  } finally {
    rmSync(place, { recursive: true });
  }
}
