/** The rates of the law, half-year by half-year: what ships, how sure it is, what was typed. */
import { Button, NumberInput, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RateFigureView } from '../../../shared/contract/settings.ts';
import type { RateKind } from '../../../shared/domain/interest/legal-rates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatRate } from '../../../shared/format/number.ts';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { Badge } from '../../parts/badge.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import styles from './settings.module.css';

const SHOWN_AT_FIRST = 8;
const BASIS_POINTS_IN_PERCENT = 100;
const PERCENT = 0.01;

interface Edited {
  readonly semester: string;
  readonly kind: RateKind;
  readonly label: string;
  readonly figure: RateFigureView | null;
}

export function RatesTable() {
  const api = useApi();
  const words = useText(settingsDunningText);
  const { data } = useQuery(api.query.settings.listRates.queryOptions());
  const [isWhole, setWhole] = useState(false);
  const [edited, setEdited] = useState<Edited | null>(null);
  if (data === undefined) return <Skeleton lines={8} />;
  const rows = isWhole ? data.semesters : data.semesters.slice(0, SHOWN_AT_FIRST);
  const cell = (semester: string, kind: RateKind, label: string, figure: RateFigureView | null) => (
    <RateCell
      figure={figure}
      label={words.edit(label, semester)}
      onEdit={() => setEdited({ semester, kind, label, figure })}
    />
  );
  return (
    <Section title={words.rates} note={words.ratesLead(formatDate(data.readOn))}>
      <PlainTable
        label={words.rates}
        head={[
          words.semester,
          end(words.refinancing),
          end(words.legalOther),
          end(words.legalIndividuals),
          end(words.applied),
        ]}
        rows={rows.map((row) => ({
          key: row.semester,
          cells: [
            row.semester,
            cell(row.semester, 'refinancing', words.refinancing, row.refinancing),
            cell(row.semester, 'legal_other', words.legalOther, row.legalOther),
            cell(row.semester, 'legal_individuals', words.legalIndividuals, row.legalIndividuals),
            <Applied key="applied" basisPoints={row.appliedBasisPoints} />,
          ],
        }))}
      />
      <p className={styles.lead}>
        {words.applied} : {words.appliedHint}
      </p>
      {!isWhole && data.semesters.length > SHOWN_AT_FIRST && (
        <div>
          <Button variant="subtle" onClick={() => setWhole(true)}>
            {words.more}
          </Button>
        </div>
      )}
      {edited !== null && <RateDialog edited={edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

/** What a business owes a year; without its figures nothing can be claimed. */
function Applied({ basisPoints }: { readonly basisPoints: number | null }) {
  const words = useText(settingsDunningText);
  const language = useLanguage();
  if (basisPoints === null) return <Badge tone="danger">{words.missing}</Badge>;
  return formatRate(basisPoints, { language });
}

/** A figure with how sure it is; pressing it corrects it. */
function RateCell(props: {
  readonly figure: RateFigureView | null;
  readonly label: string;
  readonly onEdit: () => void;
}) {
  const { figure, label, onEdit } = props;
  const words = useText(settingsDunningText);
  const language = useLanguage();
  return (
    <UnstyledButton className={styles.rate} title={label} onClick={onEdit}>
      <span className={styles.spoken}>{label} : </span>
      {figure === null ? (
        <Badge tone="danger">{words.missing}</Badge>
      ) : (
        <>
          <Certainty figure={figure} />
          <span>{formatRate(figure.basisPoints, { language })}</span>
        </>
      )}
    </UnstyledButton>
  );
}

function Certainty({ figure }: { readonly figure: RateFigureView }) {
  const words = useText(settingsDunningText);
  if (figure.origin === 'typed') {
    return (
      <Badge tone="accent" icon={<IconPencil />}>
        {words.typed}
      </Badge>
    );
  }
  if (!figure.isConfirmed) {
    return (
      <Badge tone="amber" icon={<IconAlertTriangle />} title={figure.source}>
        {words.toConfirm}
      </Badge>
    );
  }
  return (
    <span className={styles.sure} title={figure.source}>
      <IconCheck size={14} stroke={2} aria-label={words.certain} role="img" />
    </span>
  );
}

function RateDialog(props: { readonly edited: Edited; readonly onClose: () => void }) {
  const { edited, onClose } = props;
  const { semester, kind, label, figure } = edited;
  const words = useText(settingsDunningText);
  const language = useLanguage();
  const [percent, setPercent] = useState<number | null>(
    figure === null ? null : figure.basisPoints * PERCENT,
  );
  const type = useCommand((call) => call.settings.typeRate, {
    said: () => words.rateSaved,
    tellsRefusal: false,
  });
  const save = async (basisPoints: number | null) => {
    const outcome = await type.run({ semester, kind, basisPoints });
    if (outcome.isDone) onClose();
  };
  const shipped = figure?.shippedBasisPoints ?? null;
  return (
    <Dialog isOpen title={words.rateTitle(label, semester)} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (percent !== null) void save(Math.round(percent * BASIS_POINTS_IN_PERCENT));
        }}
      >
        <NumberInput
          data-autofocus
          label={words.rateField}
          min={0}
          max={100}
          decimalScale={2}
          decimalSeparator={language === 'fr' ? ',' : '.'}
          clampBehavior="strict"
          suffix={words.percent}
          value={percent ?? ''}
          onChange={(typed) => setPercent(typeof typed === 'number' ? typed : null)}
        />
        {shipped !== null && (
          <p className={styles.lead}>{words.rateShipped(formatRate(shipped, { language }))}</p>
        )}
        <p className={styles.lead}>
          {words.rateSource} :{' '}
          {figure === null || figure.source === '' ? words.rateNoSource : figure.source}
        </p>
        {type.failure !== null && (
          <p className={styles.refusal} role="alert">
            {failureSentence(type.failure, language)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="filled"
            disabled={percent === null}
            loading={type.isRunning}
          >
            {words.rateSave}
          </Button>
          {figure?.origin === 'typed' && (
            <Button onClick={() => void save(null)}>{words.rateBack}</Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
