import { number, percent } from '#/kernel/format.ts';
import type { MoneyOfList } from '../rules/money.ts';
import type { BulletinPart } from '../rules/part.ts';

const SOURCES: Readonly<Record<string, string>> = {
  ...{ central: '中央', province: '省级', city: '市级', district: '区级', bond: '债券', society: '社会' },
};

/** 资金安排和支付: inside only, for what was written down is not what the treasury has paid out. */
export function moneyPart(money: MoneyOfList | null): BulletinPart {
  const heading = '资金安排和支付';
  if (money === null) return { heading, paragraphs: [], isInternal: true };
  const { setAside, paid, lines } = money;
  const bySource = setAside.bySource.map(({ source, yuan }) => `${SOURCES[source] ?? source}${amount(yuan)}`).join('、');
  const first = setAside.projects === 0 ? [] : [`任务分解安排资金的${setAside.projects}件，共${amount(setAside.yuan)}（${bySource}）。`];
  const open = paid.openCount === 0 ? [] : [`另有登记${paid.openCount}笔、${amount(paid.openFen / 100)}没有凭证，没有计入。`];
  if (paid.count === 0) {
    const none = paid.openCount === 0 ? '台账没有登记支付。' : '台账没有凭证齐全的支付。';
    return { heading, paragraphs: [...first, none, ...open], isInternal: true };
  }
  const month = paid.monthCount === 0 ? '本月没有登记' : `其中本月${paid.monthCount}笔、${amount(paid.monthFen / 100)}`;
  const each = lines.map(
    ({ no, name, setAsideYuan, paidYuan }) =>
      `第${no}件“${name}”支付${amount(paidYuan)}${setAsideYuan === null ? '（没有分解资金，不算比例）' : `，占安排资金${amount(setAsideYuan)}的${percent(paidYuan / setAsideYuan)}`}`,
  );
  const said = `台账登记支付累计${paid.count}笔、${amount(paid.fen / 100)}，${month}。`;
  return { heading, paragraphs: [...first, said, ...open, `${each.join('；')}。以台账登记为准，不等于财政拨付进度。`], isInternal: true };
}

function amount(yuan: number): string {
  if (yuan >= 1e8) return `${number(yuan / 1e8)}亿元`;
  return yuan >= 1e4 ? `${number(yuan / 1e4)}万元` : `${number(yuan)}元`;
}
