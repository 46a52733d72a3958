/** Minutes from midnight; `24:00` is 1440. */
export function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** The inverse of `minuteOf`. */
export function timeAt(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return [hour, rest].map((part) => String(part).padStart(2, "0")).join(":");
}
