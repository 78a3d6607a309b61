/** The lanes, under one axis of months with the day of today. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { formatDate, formatMonth } from '../../../../shared/format/date.ts';
import { addMonths, startOfMonth } from '../../../../shared/kernel/calendar-date.ts';
import { watchText } from '../../../../shared/text/screens/watch.ts';
import { useCommand } from '../../../commands/use-command.tsx';
import { useOpenCustomer } from '../../../frame/open-customer.tsx';
import { Amount } from '../../../parts/amount.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { SHAPES } from './mark-shape.tsx';
import {
  isWithin,
  type Lane,
  type Mark,
  placeOf,
  type Span,
  spanOf,
  type WatchAnswer,
  type Zoom,
} from './span.ts';
import styles from './timeline.module.css';

export function Lanes(props: { readonly answer: WatchAnswer; readonly zoom: Zoom }) {
  const { answer, zoom } = props;
  const words = useText(watchText);
  const span = spanOf(answer.today, zoom);
  const ground = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined) return;
    const names = [...(ground.current?.querySelectorAll<HTMLElement>('[data-lane]') ?? [])];
    const next = names[names.indexOf(document.activeElement as HTMLElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className={styles.ground} data-print="scroll">
      <Axis answer={answer} span={span} />
      <ul ref={ground} className={styles.lanes} aria-label={words.title} onKeyDown={move}>
        {answer.lanes.map((lane) => (
          <LaneLine key={lane.customerId} lane={lane} span={span} today={answer.today} />
        ))}
      </ul>
    </div>
  );
}

/** A month cut by the edge of the span has no room for its name. */
const NARROW_PERCENT = 6;

function Axis({ answer, span }: { readonly answer: WatchAnswer; readonly span: Span }) {
  const words = useText(watchText);
  const language = useLanguage();
  const months = [];
  let month = startOfMonth(span.fromDay);
  while (month <= span.toDay) {
    months.push(month);
    month = addMonths(month, 1);
  }
  const places = months.map((one) => Math.max(0, placeOf(one, span)));
  return (
    <div className={styles.axis} aria-hidden>
      <div />
      <div className={styles.track}>
        {months.map((one, index) => {
          const [name = '', year = ''] = formatMonth(one, { language, isShort: true }).split(' ');
          const isNarrow = (places[index + 1] ?? 100) - (places[index] ?? 0) < NARROW_PERCENT;
          return (
            <span key={one} className={styles.month} style={{ left: `${places[index]}%` }}>
              {isNarrow ? '' : one.slice(5, 7) === '01' ? `${name} ${year}` : name}
            </span>
          );
        })}
        <span className={styles.now} style={{ left: `${placeOf(answer.today, span)}%` }}>
          {words.today}
        </span>
      </div>
    </div>
  );
}

function LaneLine(props: {
  readonly lane: Lane;
  readonly span: Span;
  readonly today: WatchAnswer['today'];
}) {
  const { lane, span, today } = props;
  const words = useText(watchText);
  const openCustomer = useOpenCustomer();
  const marks = lane.marks.filter(({ day }) => isWithin(day, span));
  return (
    <li className={styles.lane}>
      <div className={styles.who}>
        <button
          type="button"
          className={styles.name}
          data-lane
          onClick={() => openCustomer(lane.customerId)}
        >
          {lane.name}
        </button>
        <span className={styles.owed}>
          <Amount cents={lane.overdueCents} daysPastDue={lane.oldestDaysPastDue} />
        </span>
        <StopWatching lane={lane} />
      </div>
      <div className={styles.track}>
        <span className={styles.line} aria-hidden />
        <span className={styles.today} style={{ left: `${placeOf(today, span)}%` }} aria-hidden />
        {marks.map((mark) => (
          <MarkShape key={`${mark.kind}${mark.day}`} mark={mark} span={span} />
        ))}
        {marks.length === 0 && <span className={styles.nothing}>{words.nothing}</span>}
      </div>
    </li>
  );
}

function MarkShape({ mark, span }: { readonly mark: Mark; readonly span: Span }) {
  const { icon: Icon, tone, isAbove } = SHAPES[mark.kind];
  const said = `${formatDate(mark.day)} · ${mark.sentence}`;
  return (
    <span
      role="img"
      aria-label={said}
      title={said}
      className={styles.mark}
      data-tone={tone}
      data-above={isAbove || undefined}
      style={{ left: `${placeOf(mark.day, span)}%` }}
    >
      <Icon size={16} stroke={1.8} aria-hidden />
      {mark.count > 1 && <span className={styles.count}>{mark.count}</span>}
    </span>
  );
}

function StopWatching({ lane }: { readonly lane: Lane }) {
  const words = useText(watchText);
  const { name, watch } = lane;
  const mark = { kind: 'mark', factId: watch.markId } as const;
  const stop = useCommand((call) => call.payers.endFact, {
    said: () => words.removed(name),
    undo: () => (call, commandId) => call.payers.endFact({ commandId, ...mark, isEnded: false }),
  });
  return (
    <Tooltip label={words.remove(name)}>
      <ActionIcon
        className={styles.stop}
        size={22}
        data-print="never"
        aria-label={words.remove(name)}
        onClick={() => void stop.run({ ...mark, isEnded: true })}
      >
        <IconEyeOff size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
