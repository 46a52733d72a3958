import { type AskableDay, type LocalInterval, minutesOfDay } from "@neuadd/core";

/** The part of the day that bars show, in minutes after midnight. */
export interface BarSpan {
  readonly start: number;
  readonly end: number;
}

/** The span that holds all open hours of some days, in whole hours; 8:00 to 22:00 when nothing is open. */
export function barSpan(days: readonly Pick<AskableDay, "open">[]): BarSpan {
  const open = days.flatMap((day) => day.open);
  if (open.length === 0) return { start: 8 * 60, end: 22 * 60 };
  const starts = open.map(({ start }) => minutesOfDay(start));
  const ends = open.map(({ end }) => minutesOfDay(end));
  return {
    start: Math.floor(Math.min(...starts) / 60) * 60,
    end: Math.ceil(Math.max(...ends) / 60) * 60,
  };
}

/** A day as a bar: open hours, and in them those that can be asked for. Only decoration: the words beside it say the same. */
export function DayBar({ day, span }: { readonly day: AskableDay; readonly span: BarSpan }) {
  return (
    <svg
      class="bar"
      viewBox={`${span.start} 0 ${span.end - span.start} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="bar-closed" x={span.start} y={4} width={span.end - span.start} height={2} />
      <Stretches className="bar-open" intervals={day.open} />
      <Stretches className="bar-free" intervals={day.askable} />
    </svg>
  );
}

interface StretchesProps {
  readonly className: string;
  readonly intervals: readonly LocalInterval[];
}

function Stretches({ className, intervals }: StretchesProps) {
  return (
    <>
      {intervals.map((interval) => {
        const start = minutesOfDay(interval.start);
        const width = minutesOfDay(interval.end) - start;
        return <rect class={className} x={start} y={0} width={width} height={10} />;
      })}
    </>
  );
}
