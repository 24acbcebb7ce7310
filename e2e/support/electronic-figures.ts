import { makeBallot } from '../../src/ballot/rules/belenios/ballot.ts';
import { secretOf } from '../../src/ballot/rules/belenios/credentials.ts';
import { belenios2048 } from '../../src/ballot/rules/belenios/group.ts';
import { openElection } from '../../src/ballot/rules/belenios/open.ts';
import { Election, readMessage, textOf } from '../../src/ballot/rules/belenios/structures.ts';
import { randomBelow } from '../../src/kernel/random-below.ts';
import { nativePower } from '../../src/platform/big-numbers.ts';
import { bundlesOf } from './paper-figures.ts';

/** The twelve of the electronic story; those who vote electronically mark the first ten. */
export const MARKS = [
  '口袋公园',
  '农村供水',
  '停车泊位',
  '老年助餐',
  '校园照明',
  '便民市场',
  '农村公路',
  '健身步道',
  '社区诊室',
  '充电车棚',
];
export const NAMES = [...MARKS, '公厕改造', '送戏下乡'];

/** 15 deputies take slips, 195 take papers. No project passes 116 on paper alone; eleven electronic votes lift ten of them over the line. */
export const SLIPS = 15;
export const PAPERS = 195;
const VOTES = [115, 114, 113, 112, 111, 110, 109, 108, 107, 106, 90, 80];
export const ELECTRONIC = 11;
export const TOGETHER = VOTES.slice(0, MARKS.length).map((it) => it + ELECTRONIC);
export const PAPER_BUNDLES = bundlesOf({ sizes: [50, 50, 50, 45], votes: VOTES, void: 2, blank: 1 });

type Voting = { readonly url: string; readonly district: string; readonly election: string; readonly slips: readonly string[] };

/** Deputies whose telephones the story does not show: each marks the ten and casts. */
export async function castFromElsewhere({ url, district, election, slips }: Voting): Promise<readonly number[]> {
  const ask = (name: string, input: object) =>
    fetch(`${url}/api/${district}/ballot/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input }),
    });
  const text = (await (await ask('show-election', { election })).json()).value.election as string;
  const group = belenios2048(nativePower(belenios2048().p));
  const open = openElection(group, readMessage(Election, text)!, text);
  const choices = [NAMES.map((name) => (MARKS.includes(name) ? 1 : 0))];
  const statuses: number[] = [];
  for (const slip of slips) {
    const ballot = textOf(makeBallot(open, randomBelow, { secret: secretOf(group, slip, election), choices }));
    statuses.push((await ask('cast', { election, ballot })).status);
  }
  return statuses;
}
