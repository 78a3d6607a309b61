/** Letters: the envelope, where the address stands in it, and a sheet to try it. */
import { Button, Checkbox, NumberInput, SegmentedControl } from '@mantine/core';
import { ADDRESS_OFFSET_MAX_MM, ENVELOPES } from '../../../shared/domain/message/letter-layout.ts';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useApi } from '../../api/connection.tsx';
import { useFileJob } from '../../commands/use-workbook.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

export function LettersSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsDunningText);
  const language = useLanguage();
  const form = useSection('letters', shown);
  const { value, change } = form;
  const offset = (name: 'offsetXMm' | 'offsetYMm', label: string) => (
    <NumberInput
      w={220}
      label={label}
      min={-ADDRESS_OFFSET_MAX_MM}
      max={ADDRESS_OFFSET_MAX_MM}
      step={1}
      decimalScale={1}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      clampBehavior="strict"
      suffix={words.millimetres}
      value={value[name]}
      onChange={(typed) => {
        if (typeof typed === 'number') change({ [name]: typed });
      }}
    />
  );
  const tick = (name: 'hasFoldMarks' | 'hasPaymentSlip' | 'isDuplex', label: string) => (
    <Checkbox
      label={label}
      checked={value[name]}
      onChange={(event) => change({ [name]: event.currentTarget.checked })}
    />
  );
  return (
    <>
      <SectionForm forms={[form]} hasDefaults>
        <Section title={words.envelope}>
          <div>
            <SegmentedControl
              aria-label={words.envelope}
              value={value.envelope}
              data={ENVELOPES.map((key) => ({ value: key, label: words.envelopes[key] ?? key }))}
              onChange={(chosen) =>
                change({ envelope: ENVELOPES.find((key) => key === chosen) ?? 'dl' })
              }
            />
          </div>
        </Section>
        <Section title={words.offsets} note={words.offsetHint}>
          <div className={styles.figures}>
            {offset('offsetXMm', words.offsetX)}
            {offset('offsetYMm', words.offsetY)}
          </div>
          <div className={styles.ticks}>
            {tick('hasFoldMarks', words.foldMarks)}
            {tick('hasPaymentSlip', words.slip)}
            {tick('isDuplex', words.duplex)}
          </div>
        </Section>
      </SectionForm>
      <TestPrint isSaved={!form.isChanged} />
    </>
  );
}

function TestPrint({ isSaved }: { readonly isSaved: boolean }) {
  const { call } = useApi();
  const words = useText(settingsDunningText);
  const { saveFirst } = useText(settingsMailText);
  const paper = useFileJob<null>(
    () => call.outbox.testPrint(),
    () => 'open',
  );
  return (
    <Section title={words.testPrint} note={words.testPrintLead}>
      <div className={styles.buttons}>
        <Button disabled={!isSaved} loading={paper.isRunning} onClick={() => void paper.make(null)}>
          {words.testPrintMake}
        </Button>
      </div>
      {!isSaved && <p className={styles.lead}>{saveFirst}</p>}
    </Section>
  );
}
