/**
 * 信息公开要素: what an official page prints above its text (pages of county governments show these ten; column 法定主动公开内容 › 政府重点工作 ›
 * 年度重点工作进展和完成情况). README, 来源 2.
 */
export type Disclosure = {
  /** 索引号 */
  readonly indexNo: string;
  /** 组配分类 */
  readonly columnClass: string;
  /** 主题分类 */
  readonly topicClass: string;
  /** 体裁分类 */
  readonly genreClass: string;
  /** 发布机构 */
  readonly publisher: string;
  /** 文号 */
  readonly documentNo: string | null;
  /** 公开方式 */
  readonly manner: 'on-own-initiative';
  /** 公开范围 */
  readonly audience: 'everyone';
};

/** 索引号: credit code of the publishing body / year - serial of five places. Without a registered code the district's code stands in. */
export function indexNo(publisherCode: string, year: number, serial: number): string {
  return `${publisherCode}/${year}-${String(serial).padStart(5, '0')}`;
}

/** What the office types for an edition; the rest is settled. */
export type DisclosureInput = { readonly publisher: string; readonly publisherCode: string; readonly documentNo: string | null };

export function disclosureOf(input: DisclosureInput, year: number, serial: number): Disclosure {
  return {
    indexNo: indexNo(input.publisherCode, year, serial),
    columnClass: '政府重点工作／年度重点工作进展和完成情况',
    topicClass: '民生实事',
    genreClass: '公告',
    publisher: input.publisher,
    documentNo: input.documentNo,
    manner: 'on-own-initiative',
    audience: 'everyone',
  };
}

/** 有效性: an edition holds until a later one takes its place or corrects it. */
export type Validity = 'in-force' | 'replaced' | 'corrected';
