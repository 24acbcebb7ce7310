import type { District } from '../district.ts';
import { medianTime, seconds } from '../numbers.ts';
import type { Row } from '../table.ts';

const WANTED_MS = 1_000;
const TIMES = 5;
const MONTH = 5;

/** 月通报 as an official letter over 100 promises, from the request to the last byte of the file. */
export async function measureBulletin({ office, year }: District): Promise<Row> {
  let size = 0;
  const ms = await medianTime(TIMES, async () => {
    const answer = await office.get(`/supervision/bulletin.docx?year=${year}&month=${MONTH}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok || bytes.toString('latin1', 0, 2) !== 'PK')
      throw new Error(`bulletin: ${answer.status} ${bytes.toString('utf8', 0, 300)}`);
    size = bytes.length;
  });
  const name = `月通报 monthly bulletin .docx, 100 promises (${Math.round(size / 1024)} kB)`;
  return { name, measured: seconds(ms), wanted: `≤ ${WANTED_MS / 1000} s`, isMet: ms <= WANTED_MS };
}
