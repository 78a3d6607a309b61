/** What collecting took, month by month: hours, cost and complaints, typed where they show. */
import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMonth } from '../../../../shared/format/date.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { indicatorValue } from '../../../../shared/text/indicators.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import type { ApiClient } from '../../../api/client.ts';
import { useApi } from '../../../api/connection.tsx';
import { useCommand } from '../../../commands/use-command.tsx';
import { failureOf } from '../../../failure/failure.ts';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../../parts/states.tsx';
import styles from './indicators.module.css';

type Effort = Awaited<ReturnType<ApiClient['figures']['listEfforts']>>[number];

const MINUTES_IN_HOUR = 60;

export function EffortsDialog({ onClose }: { readonly onClose: () => void }) {
  const api = useApi();
  const words = useText(indicatorsText);
  const efforts = useQuery(api.query.figures.listEfforts.queryOptions());
  return (
    <Dialog isOpen title={words.effortsTitle} size={760} onClose={onClose}>
      <p className={styles.panelNote}>{words.effortsLead}</p>
      {efforts.isError ? (
        <ErrorState failure={failureOf(efforts.error)} onRetry={() => void efforts.refetch()} />
      ) : efforts.data === undefined ? (
        <Skeleton lines={6} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key.
        <section className={styles.effortsGround} tabIndex={0} aria-label={words.effortsTitle}>
          <table className={styles.efforts}>
            <thead>
              <tr>
                <th scope="col">{words.month}</th>
                <th scope="col">{words.hours}</th>
                <th scope="col">{words.cost}</th>
                <th scope="col">{words.complaints}</th>
                <th scope="col">{words.messages}</th>
                <th scope="col">{words.measured}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {efforts.data.map((effort) => (
                <EffortLine key={effort.month} effort={effort} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  );
}

function EffortLine({ effort }: { readonly effort: Effort }) {
  const words = useText(indicatorsText);
  const language = useLanguage();
  const [typed, setTyped] = useState({
    minutes: effort.minutes,
    costCents: effort.costCents,
    complaintCount: effort.complaintCount,
  });
  const save = useCommand((call) => call.figures.setEffort, { said: () => words.effortSaved });
  const isChanged =
    typed.minutes !== effort.minutes ||
    typed.costCents !== effort.costCents ||
    typed.complaintCount !== effort.complaintCount;
  const month = formatMonth(effort.month, { language });
  const decimalSeparator = language === 'fr' ? ',' : '.';
  return (
    <tr>
      <td>{month}</td>
      <td>
        <NumberInput
          w={90}
          aria-label={`${words.hours}, ${month}`}
          value={typed.minutes === null ? '' : typed.minutes / MINUTES_IN_HOUR}
          min={0}
          decimalScale={2}
          decimalSeparator={decimalSeparator}
          hideControls
          onChange={(value) =>
            setTyped({
              ...typed,
              minutes: typeof value === 'number' ? Math.round(value * MINUTES_IN_HOUR) : null,
            })
          }
        />
      </td>
      <td>
        <AmountInput
          w={120}
          aria-label={`${words.cost}, ${month}`}
          value={typed.costCents}
          onChange={(costCents) => setTyped({ ...typed, costCents })}
        />
      </td>
      <td>
        <NumberInput
          w={90}
          aria-label={`${words.complaints}, ${month}`}
          value={typed.complaintCount ?? ''}
          min={0}
          allowDecimal={false}
          hideControls
          onChange={(value) =>
            setTyped({ ...typed, complaintCount: typeof value === 'number' ? value : null })
          }
        />
      </td>
      <td>{formatCount(effort.messageCount, { language })}</td>
      <td>{indicatorValue('minutes', effort.measuredMinutes, { language })}</td>
      <td>
        <Button
          disabled={!isChanged}
          loading={save.isRunning}
          aria-label={`${words.save}, ${month}`}
          onClick={() => void save.run({ month: effort.month, ...typed })}
        >
          {words.save}
        </Button>
      </td>
    </tr>
  );
}
