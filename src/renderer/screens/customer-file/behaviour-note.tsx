/** How the customer pays: segment, score with its trend, risk with the terms that go with it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { delayCauseText } from '../../../shared/text/delay-cause.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { Badge } from '../../parts/badge.tsx';
import { RiskBadge, Score, SegmentBadge } from '../../parts/payer-signs.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import styles from './behaviour.module.css';
import { BehaviourDialog } from './behaviour-dialog.tsx';
import { type BehaviourData, useBehaviour } from './use-behaviour.ts';
import type { CustomerFileData } from './use-customer.ts';

export function BehaviourNote({ file }: { readonly file: CustomerFileData }) {
  const words = useText(payerText);
  const { data } = useBehaviour(file.customerId);
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={words.title}
      actions={
        <Button variant="subtle" disabled={data === undefined} onClick={() => setOpen(true)}>
          {words.explain}
        </Button>
      }
    >
      {data === undefined ? <Skeleton lines={4} /> : <Facts behaviour={data} />}
      {isOpen && data !== undefined && (
        <BehaviourDialog
          customerId={file.customerId}
          behaviour={data}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}

function Facts({ behaviour }: { readonly behaviour: BehaviourData }) {
  const words = useText(payerText);
  const causes = useText(delayCauseText);
  const { recommended } = behaviour;
  return (
    <dl className={styles.facts}>
      <dt>{words.segment}</dt>
      <dd>
        <SegmentLine behaviour={behaviour} />
        <p>{behaviour.segmentSentence}</p>
        {behaviour.changeSentence !== '' && <p>{behaviour.changeSentence}</p>}
      </dd>
      <dt>{words.score}</dt>
      <dd>
        <span className={styles.score}>
          <Score score={behaviour.score} trend={behaviour.trend} />
        </span>
        <p>{behaviour.score === null ? behaviour.scoreSentence : behaviour.trendSentence}</p>
      </dd>
      <dt>{words.risk}</dt>
      <dd>
        <span className={styles.signs}>
          <RiskBadge risk={behaviour.risk} />
          {behaviour.isRiskTyped && <Badge>{words.typed}</Badge>}
        </span>
        <p>{behaviour.riskSentence}</p>
        {recommended.length > 0 && (
          <p>
            {words.recommended} : <strong>{recommended.join(', ')}</strong>
          </p>
        )}
      </dd>
      <dt>{words.exposure}</dt>
      <dd>
        <p>{behaviour.exposureSentence}</p>
      </dd>
      <dt>{words.promises}</dt>
      <dd>
        <p>{behaviour.promiseSentence}</p>
      </dd>
      {behaviour.causeSentence !== '' && (
        <>
          <dt>{causes.title}</dt>
          <dd>
            <p>{behaviour.causeSentence}</p>
          </dd>
        </>
      )}
    </dl>
  );
}

function SegmentLine({ behaviour }: { readonly behaviour: BehaviourData }) {
  const words = useText(payerText);
  const kinds = useText(payerBehaviourText).markKinds;
  return (
    <span className={styles.signs}>
      {behaviour.segment === null ? (
        <Badge>{words.noSegment}</Badge>
      ) : (
        <SegmentBadge segment={behaviour.segment} />
      )}
      {behaviour.isSegmentTyped && <Badge>{words.typed}</Badge>}
      {behaviour.isWatched && <Badge tone="danger">{kinds.watch}</Badge>}
    </span>
  );
}
