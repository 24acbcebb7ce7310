import type { Locale } from '#/kernel/format.ts';
import type { ArchiveRefusal, Gap } from './rules/archive.ts';

/** 缺项 in one sentence, with its place before it. */
export function gapSentence(gap: Gap, locale: Locale = 'zh-CN'): string {
  const place = placeOf(gap, locale);
  return locale === 'en' ? `${place}: ${gapEn(gap)}` : `${place}：${gapZh(gap)}`;
}

function placeOf({ no, promise }: Gap, locale: Locale): string {
  if (no === null) return locale === 'en' ? 'The whole list' : '全部清单';
  const row = locale === 'en' ? `No. ${no}` : `第 ${no} 件`;
  return promise === null ? row : `${row} · ${promise}`;
}

function gapZh(gap: Gap): string {
  switch (gap.kind) {
    case 'no-counting-rule':
      return '没有计数口径';
    case 'plan-never-approved':
      return '没有批准过的计划，一直按默认直线推算';
    case 'no-acceptance':
      return '没有核验销号记录';
    case 'no-report':
      return '没有采用过的报送';
    case 'no-picture':
      return '没有现场照片';
    case 'never-published':
      return '没有发布过公开版';
    case 'months-without-report':
      return `没有报送的月份：${gap.months.join('、')}`;
    case 'months-without-bulletin':
      return `没有印发通报的月份：${gap.months.join('、')}`;
    case 'reports-without-evidence':
      return `没有佐证的报送：${gap.days.join('、')}`;
    case 'pictures-not-covered':
      return `${gap.count} 张佐证照片没有遮挡后的副本，未收入`;
    case 'files-missing':
      return `${gap.count} 个文件在文件库中找不到，未收入`;
    case 'papers-held-back':
      return `${gap.count} 份签批件扫描件和报送表原件只收入含原件的归档包`;
    case 'signed-without-scan':
      return `没有附签批件扫描件：${gap.titles.join('、')}`;
  }
}

function gapEn(gap: Gap): string {
  switch (gap.kind) {
    case 'no-counting-rule':
      return 'no counting rule';
    case 'plan-never-approved':
      return 'no plan was ever approved; the default line was used';
    case 'no-acceptance':
      return 'never accepted after a check';
    case 'no-report':
      return 'no adopted report';
    case 'no-picture':
      return 'no picture from the site';
    case 'never-published':
      return 'no edition was published';
    case 'months-without-report':
      return `months without a report: ${gap.months.join(', ')}`;
    case 'months-without-bulletin':
      return `months without a bulletin: ${gap.months.join(', ')}`;
    case 'reports-without-evidence':
      return `reports without evidence: ${gap.days.join(', ')}`;
    case 'pictures-not-covered':
      return `${gap.count} evidence pictures have no covered copy and are left out`;
    case 'files-missing':
      return `${gap.count} files are not in the file store and are left out`;
    case 'papers-held-back':
      return `${gap.count} signed scans and returned forms go into a bundle with originals only`;
    case 'signed-without-scan':
      return `without a scan of the signed paper: ${gap.titles.join(', ')}`;
  }
}

/** 暂不能提交. */
export function wordsOf(refusal: ArchiveRefusal, locale: Locale = 'zh-CN'): string {
  switch (refusal.kind) {
    case 'not-frozen':
      return locale === 'en'
        ? `${refusal.title} is not frozen; only a frozen list can be archived`
        : `《${refusal.title}》还没有冻结，冻结后才能归档`;
  }
}
