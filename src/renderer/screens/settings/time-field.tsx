/** A time of the day, kept as minutes since midnight. */
import { TextInput } from '@mantine/core';

const MINUTES_IN_HOUR = 60;

export function TimeField(props: {
  readonly label: string;
  readonly value: number;
  readonly error?: string | undefined;
  readonly onChange: (minute: number) => void;
}) {
  const { label, value, error, onChange } = props;
  return (
    <TextInput
      w={220}
      type="time"
      label={label}
      error={error}
      value={timeOf(value)}
      onChange={(event) => {
        const minute = minuteOf(event.currentTarget.value);
        if (minute !== null) onChange(minute);
      }}
    />
  );
}

/** Midnight at the end of the day is its last minute: the field knows no 24:00. */
function timeOf(minute: number): string {
  const shown = Math.min(minute, 24 * MINUTES_IN_HOUR - 1);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(Math.floor(shown / MINUTES_IN_HOUR))}:${two(shown % MINUTES_IN_HOUR)}`;
}

function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  return Number.parseInt(hours, 10) * MINUTES_IN_HOUR + Number.parseInt(minutes, 10);
}
