/** Scenarios out to a file and in from one. */
import { useState } from 'react';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import { readScenario } from '../../../shared/domain/dunning/scenario-check.ts';
import { useApi } from '../../api/connection.tsx';
import { saveFile } from '../../api/files.ts';
import { useUpload } from '../../commands/use-upload.ts';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';

export type ReadFile =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  /** The places of what is missing or out of its limits. */
  | { readonly kind: 'not_one'; readonly places: readonly string[] };

export function useScenarioFile() {
  const api = useApi();
  const language = useLanguage();
  const upload = useUpload();
  const [isReading, setReading] = useState(false);
  const fail = (error: unknown) =>
    showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });

  const save = async (scenarioKey: string) => {
    try {
      const { fileId } = await api.call.scenarios.exportFile({ scenarioKey });
      await saveFile(api, fileId);
    } catch (error) {
      fail(error);
    }
  };
  const read = async (file: File): Promise<ReadFile | null> => {
    setReading(true);
    try {
      const sent = await upload.send(file);
      if (!sent.isDone) {
        showToast({ message: failureSentence(sent.refusal, language), tone: 'danger' });
        return null;
      }
      const { document } = await api.call.scenarios.importFile({ uploadId: sent.value });
      return readDocument(document);
    } catch (error) {
      fail(error);
      return null;
    } finally {
      setReading(false);
    }
  };
  return { save, read, isReading };
}

/** What has the form of a scenario can be corrected in the editor; anything else can't. */
function readDocument(document: unknown): ReadFile {
  const result = readScenario(document);
  const wrong = result.isDone
    ? []
    : result.refusal.filter(({ code }) => code === 'field_wrong').map(({ path }) => path);
  return wrong.length === 0
    ? { kind: 'scenario', scenario: document as Scenario }
    : { kind: 'not_one', places: wrong };
}
