/** 2026-06-18 09:41 by the clock of China, of an instant that the server wrote down. */
export function clock(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' });
  return parts.format(new Date(instant));
}
