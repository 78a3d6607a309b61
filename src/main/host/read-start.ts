/** What both hosts read before anything is opened: options, language, data folder. */
import os from 'node:os';
import type { Language } from '../../shared/format/language.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import { defaultDataFolder } from './default-data-folder.ts';
import { argumentsSentence, terminalLanguage } from './sentences.ts';

export interface Start {
  readonly given: Arguments;
  readonly dataFolder: string;
  readonly language: Language;
}

/** A refusal is a sentence for the terminal. */
export function readStart(argv: readonly string[], isElectron: boolean): Result<Start, string> {
  const language = terminalLanguage(process.env);
  const parsed = parseArguments(argv, { workingFolder: process.cwd(), isElectron });
  if (!parsed.isDone) return refused(argumentsSentence(parsed.refusal, language));
  const { platform, env } = process;
  const dataFolder =
    parsed.value.dataFolder ?? defaultDataFolder({ platform, home: os.homedir(), env });
  return done({ given: parsed.value, dataFolder, language });
}
