import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { ageOn } from '#/records/rules/people/eligibility.ts';
import { fictionalIdentity } from '#/records/rules/people/fictional.ts';

/** Places that are nowhere, so that no township is shown a figure it does not have. */
export const DEMO_TOWNSHIPS = ['示例东乡', '示例西乡', '示例南街道', '示例北街道'] as const;

type MadeFile = { readonly name: string; readonly text: string };

const file = (name: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): MadeFile => ({
  name,
  text: [heads, ...rows].map((it) => it.join(',')).join('\r\n'),
});

/** Somebody who is nobody: the serial number gives the birthday, the place in its day, and the name. */
function aPerson(serial: number, youngest: CivilDate, days: number, sex: 'f' | 'm') {
  const birthOn = addDays(youngest, -(serial % days));
  return {
    name: `虚构${serial}`,
    birthOn,
    identity: fictionalIdentity(Math.floor(serial / days), birthOn, sex),
    place: DEMO_TOWNSHIPS[serial % DEMO_TOWNSHIPS.length]!,
  };
}

/** As the page prints them: 57,000 eligible persons with a report. Tests and persons are more: some came twice, some were too old, some have no report. */
const TESTED = { eligible: 57_000, twice: 2_600, tooOld: 900, withoutReport: 340 } as const;

export function testFile(): MadeFile {
  const rows: (string | number)[][] = [];
  const on = (i: number) => addDays('2026-01-15', i % 140);
  const line = (serial: number, day: CivilDate, report: string, old = false) => {
    const { name, identity, place, birthOn } = aPerson(
      serial,
      old ? '1960-01-01' : '2018-12-31',
      old ? 5_000 : 19_000,
      serial % 2 === 0 ? 'f' : 'm',
    );
    rows.push([name, identity, place, day, report, ageOn(birthOn, day) < 14 ? '是' : '']);
  };
  for (let i = 0; i < TESTED.eligible; i++) line(i, on(i), `Y${i}`);
  for (let i = 0; i < TESTED.twice; i++) line(i * 3, addDays(on(i * 3), 7), `Z${i}`);
  for (let i = 0; i < TESTED.tooOld; i++) line(i, on(i), `X${i}`, true);
  for (let i = 0; i < TESTED.withoutReport; i++) line(TESTED.eligible + i, on(i), '');
  return file('虚构-乙肝检测记录.csv', ['姓名', '证件号码', '乡镇', '检测日期', '报告编号', '监护人同意'], rows);
}

/** 204 girls with the first dose, 61 of them with the second; two second doses came too early. */
const DOSES = { first: 204, second: 61, tooEarly: 2 } as const;

const DOSE_HEADS = ['姓名', '证件号码', '乡镇', '接种日期', '剂次', '接种单号', '监护人同意', '监护人电话'];

function aGirl(i: number) {
  const birthOn = addDays('2011-11-15', i % 330);
  return {
    ...{ name: `虚构女孩${i}`, identity: fictionalIdentity(i, birthOn, 'f'), place: DEMO_TOWNSHIPS[i % DEMO_TOWNSHIPS.length]! },
    phone: `139${String(i).padStart(8, '0')}`,
  };
}

function aDose(i: number, dose: number, day: CivilDate): readonly (string | number)[] {
  const { name, identity, place, phone } = aGirl(i);
  return [name, identity, place, day, dose, `J${dose}-${i}`, '是', phone];
}

export function doseFile(): MadeFile {
  const first = (i: number) => addDays('2026-01-02', i < DOSES.second ? i % 10 : i % 150);
  const firsts = Array.from({ length: DOSES.first }, (_, i) => aDose(i, 1, first(i)));
  const seconds = Array.from({ length: DOSES.second }, (_, i) => aDose(i, 2, addDays(first(i), i < DOSES.tooEarly ? 60 : 155)));
  return file('虚构-HPV接种记录.csv', DOSE_HEADS, [...firsts, ...seconds]);
}

/** Who stands on the list of the school beside the 204: of twelve the second dose is overdue since last year, forty have none yet. */
const LISTED = { overdue: 12, without: 40 } as const;

export function lastYearsDoseFile(): MadeFile {
  const rows = Array.from({ length: LISTED.overdue }, (_, i) => aDose(DOSES.first + i, 1, addDays('2025-03-10', i * 5)));
  return file('虚构-HPV接种记录2025.csv', DOSE_HEADS, rows);
}

export function girlRoster(): MadeFile {
  const rows = Array.from({ length: DOSES.first + LISTED.overdue + LISTED.without }, (_, i) => {
    const { name, identity, place, phone } = aGirl(i);
    return [name, identity, place, '是', phone];
  });
  return file('虚构-示例学校女孩名单.csv', ['姓名', '证件号码', '乡镇', '监护人同意', '监护人电话'], rows);
}

/** One village: old people alone and in couples; the couple that eats together is served by age alone. */
export function mealRoster(village: string): MadeFile {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const birthOn = addDays('1966-06-01', -i * 365);
    return [
      `虚构老人${i + 1}`,
      fictionalIdentity(i, birthOn, i % 2 === 0 ? 'f' : 'm'),
      village,
      i % 12 === 5 ? '否' : '是',
      i % 3 === 0 ? '是' : '否',
    ];
  });
  return file(`虚构-${village}老年人.csv`, ['姓名', '证件号码', '村', '本村户籍', '独居'], rows);
}
