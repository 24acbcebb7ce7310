import type { ProgrammeKind, ProgrammeOrigin } from '../programme.ts';

export type Heading = {
  readonly title: string | null;
  readonly year: number | null;
  readonly place: string | null;
  readonly kindHint: ProgrammeKind | null;
  readonly originHint: ProgrammeOrigin | null;
};

const TITLE_WORD = /实事|清单|项目|任务|行动|计划|一览表|分解表|进展|工程/;
const NOT_TITLE = /^(附件|附表|附\d|单位[:：]|填报|制表|来源|日期|时间|（|\(|【)/;

/** 标题 among the lines above a list: the last one that names a list, with the line before it where a title runs over two. */
export function findTitle(lines: readonly string[]): string | null {
  const tidy = lines.map((line) => line.replace(/[\s\u3000]+/g, '')).filter((line) => line !== '' && !NOT_TITLE.test(line));
  const at = tidy.findLastIndex((line) => line.length <= 50 && TITLE_WORD.test(line) && !/[。；;：:]$/.test(line));
  if (at < 0) return null;
  const before = tidy[at - 1];
  const isRest =
    before !== undefined && before.length <= 30 && !/[。；：]$/.test(before) && !/20\d\d年/.test(tidy[at]!) && /20\d\d年|关于/.test(before);
  return isRest ? `${before}${tidy[at]}` : tidy[at]!;
}

export function readHeading(title: string | null, lines: readonly string[]): Heading {
  const all = [title ?? '', ...lines].join('\n');
  return {
    title,
    year: findYear(title ?? '') ?? findYear(all),
    place: title === null ? null : findPlace(title),
    kindHint: kindOf(all),
    originHint: originOf(all),
  };
}

function findYear(text: string): number | null {
  const digits = /(20\d{2})\s*年/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const han = /(二[〇○零0][一二三四五六七八九〇○零]{2})\s*年/.exec(text)?.[1];
  return han === undefined ? null : Number([...han].map((sign) => Math.max(0, '〇一二三四五六七八九'.indexOf(sign))).join(''));
}

const PLACE =
  /^(?:关于)?(?:(?:印发|公布|下达|做好)?《?)?(?:20\d{2}年(?:度)?)?(?:关于)?([\u4e00-\u9fff]{1,12}?(?:自治区|自治州|新区|开发区|[省市区县州旗镇乡]|街道))(?![域内级])/;

/** 云冈区 of 2026年度云冈区人民政府民生实事项目; 大同市云冈区 where both are printed. */
function findPlace(title: string): string | null {
  const found = PLACE.exec(title);
  if (found === null) return null;
  const more = /^([\u4e00-\u9fff]{1,8}?[市区县旗州])(?![域内级])/.exec(title.slice(found.index + found[0].length));
  const name = more !== null && /[省市州]$/.test(found[1]!) ? `${found[1]}${more[1]}` : found[1]!;
  return /^(全|我|本|各)/.test(name) ? null : name;
}

function kindOf(text: string): ProgrammeKind | null {
  if (/专项(行动|整治|任务)|攻坚行动/.test(text)) return 'special-action';
  if (
    /[省市]级?(下达|交办|定|民生实事).{0,12}(任务|项目)?.{0,6}(分解|承接|承担)/.test(text) ||
    /上级(下达|交办)?(民生实事|项目)/.test(text)
  )
    return 'superior-project';
  return /实事/.test(text) ? 'ten-things' : null;
}

function originOf(text: string): ProgrammeOrigin | null {
  if (/票决/.test(text)) return 'voted';
  return /政府(常务会议|党组)?.{0,8}(确定|审定|研究|推出|实施)|常务会议/.test(text) ? 'government' : null;
}
