/**
 * docs/ERRORS.md: every code a person may meet, its sentence, its cause.
 *
 * Codes and sentences come from `src/shared/text`; causes are written by hand in the page and
 * kept. `node scripts/errors-page.ts` brings the page up to date; a new code has an empty cause,
 * which a test refuses.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROBLEM_SENTENCES } from '../src/shared/text/problems.ts';
import { REFUSAL_SENTENCES } from '../src/shared/text/refusals.ts';
import { TEMPLATE_PROBLEM_SENTENCES } from '../src/shared/text/template-problems.ts';

export const errorsFile = path.resolve(import.meta.dirname, '../docs/ERRORS.md');

/** By code. */
type Causes = ReadonlyMap<string, string>;

type Sentences = Readonly<Record<string, { readonly fr: string }>>;

const HEAD = `# Refus et problèmes

Un refus répond à une demande : rien n’a été changé. Un problème d’un fichier est une ligne qui ne
peut pas entrer telle quelle ; les autres lignes le peuvent. Un problème d’un modèle l’empêche
d’être enregistré, ou le message de partir. Ce qui n’est ni l’un ni l’autre est
un incident : un numéro à l’écran, la trace dans le journal technique, sans donnée de client.
`;

/** The page of these codes, with the causes that `current` already holds. */
export function errorsPage(current: string): string {
  const causes = causesIn(current);
  return [
    HEAD,
    section('Refus', REFUSAL_SENTENCES, causes.get('Refus')),
    section('Problèmes d’un fichier', PROBLEM_SENTENCES, causes.get('Problèmes d’un fichier')),
    section(
      'Problèmes d’un modèle de message',
      TEMPLATE_PROBLEM_SENTENCES,
      causes.get('Problèmes d’un modèle de message'),
    ),
  ].join('\n');
}

/** The codes of a page that have no cause. */
export function codesWithoutCause(page: string): string[] {
  return [...causesIn(page).values()].flatMap((section) =>
    [...section].filter(([, cause]) => cause === '').map(([code]) => code),
  );
}

function section(title: string, sentences: Sentences, causes: Causes = new Map()): string {
  const rows = Object.entries(sentences).map(
    ([code, { fr }]) => `| \`${code}\` | ${fr} | ${causes.get(code) ?? ''} |`,
  );
  return `## ${title}\n\n| code | phrase | cause |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** The causes of a page, section by section: one code may stand in two of them. */
function causesIn(page: string): Map<string, Causes> {
  const sections = page.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const title = section.slice(0, section.indexOf('\n'));
      const rows = section.matchAll(/^\| `([a-z0-9_]+)` \|.*\| ?([^|]*?) ?\|$/gm);
      return [title, new Map([...rows].map(([, code = '', cause = '']) => [code, cause]))];
    }),
  );
}

if (import.meta.main) writeFileSync(errorsFile, errorsPage(readFileSync(errorsFile, 'utf8')));
