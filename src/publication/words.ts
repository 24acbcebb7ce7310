import { type Locale, longDate } from '#/kernel/format.ts';
import type { PersonalDataKind } from '#/kernel/privacy-gate.ts';
import { duplicatesText } from '#/records/words/people/duplicates.ts';
import { cardSentence, cardWords } from './card-words.ts';
import { circulationSentence, isOfCirculation, type SharedRefusal } from './circulation-words.ts';
import { disruptionSentence, isAboutDisruptions } from './disruption-words.ts';
import { pictureSentence } from './picture-words.ts';
import type { CardRefusal } from './rules/cards.ts';
import type { WatchedField } from './rules/difference.ts';
import type { DisruptionRefusal } from './rules/disruptions.ts';
import type { EditionRefusal, EditionState } from './rules/edition.ts';
import type { PictureRefusal } from './rules/pictures.ts';
import type { ContentFinding } from './rules/screening.ts';

const zh = {
  states: { prepared: '已准备', reviewed: '已审查', signed: '已签发', published: '已发布', withdrawn: '已撤回' } satisfies Record<
    EditionState,
    string
  >,
  steps: { prepare: '准备公开版', review: '保密与公开审查', sign: '签发', publish: '发布', withdraw: '撤回草稿' },
  kinds: {
    'id-number': '身份证号',
    mobile: '手机号',
    'bank-card': '银行卡号',
    plate: '车牌号',
    'room-address': '到户的住址',
    'person-name': '人名',
  } satisfies Record<PersonalDataKind | 'person-name', string>,
  fields: {
    done: '已完成',
    target: '目标',
    targetMax: '目标上限',
    light: '灯色',
    doneOn: '数据截至',
    stage: '阶段',
    statement: '报送说明',
    stale: '数据新旧',
    measureUnit: '计量单位',
    object: '承诺内容',
    plan: '计划',
    countingRule: '计数口径',
    name: '名称',
    text: '清单原文',
    leadUnit: '牵头单位',
    note: '备注',
    pictures: '照片',
  } satisfies Record<WatchedField, string>,
  differences: { added: '新增', removed: '不再列入', changed: '有变化' },
  noDifference: '与上期相比，数字没有变化，只是截至日不同。',
  firstEdition: '这是第一期，没有可比的上期。',
  holdsNoSecrets: '已做保密审查，不含国家秘密和工作秘密',
  mayBePublic: '已做公开属性审查，可以主动公开',
  letThrough: '放行理由',
  never: '不能放行：请先在来源处更正，再重新准备',
  bulletin: '月通报',
  place: (no: string | null, field: string) => (no === null ? field : `第 ${no} 件 · ${field}`),
  publisher: '发布机构',
  publisherCode: '统一社会信用代码',
  documentNo: '文号',
  asOf: '截至日期',
  digest: '内容指纹',
  correction: '更正',
};

export type PublicationWords = typeof zh;

const en: PublicationWords = {
  states: { prepared: 'prepared', reviewed: 'reviewed', signed: 'signed', published: 'published', withdrawn: 'withdrawn' },
  steps: {
    prepare: 'Prepare an edition',
    review: 'Secrecy and disclosure review',
    sign: 'Sign',
    publish: 'Publish',
    withdraw: 'Withdraw the draft',
  },
  kinds: {
    'id-number': 'ID number',
    mobile: 'mobile number',
    'bank-card': 'bank card',
    plate: 'licence plate',
    'room-address': 'address down to the room',
    'person-name': 'name of a person',
  },
  fields: {
    done: 'done',
    target: 'target',
    targetMax: 'upper target',
    light: 'light',
    doneOn: 'data as of',
    stage: 'stage',
    statement: 'statement',
    stale: 'age of data',
    measureUnit: 'unit',
    object: 'promise',
    plan: 'plan',
    countingRule: 'counting rule',
    name: 'name',
    text: 'text of the list',
    leadUnit: 'lead unit',
    note: 'note',
    pictures: 'pictures',
  },
  differences: { added: 'added', removed: 'no longer listed', changed: 'changed' },
  noDifference: 'No figure differs from the last edition; only the day moved on.',
  firstEdition: 'This is the first edition; there is none to compare with.',
  holdsNoSecrets: 'Reviewed for secrecy: holds no state or work secrets',
  mayBePublic: 'Reviewed for disclosure: may be public',
  letThrough: 'Reason to let it through',
  never: 'Cannot be let through: correct it at its source and prepare anew',
  bulletin: 'monthly bulletin',
  place: (no, field) => (no === null ? field : `No. ${no} · ${field}`),
  publisher: 'Publisher',
  publisherCode: 'Credit code',
  documentNo: 'Document no.',
  asOf: 'As of',
  digest: 'Digest',
  correction: 'Correction',
};

export const words: Readonly<Record<Locale, PublicationWords>> = { 'zh-CN': zh, en };

/** Where a finding lies, in words: 第 5 件 · 报送说明. */
export function placeSentence({ path, no }: ContentFinding, locale: Locale): string {
  const { fields, place, bulletin } = words[locale];
  if (path[0] === 'bulletin') return bulletin;
  const ofPlaces = path[0] === 'places' ? cardWords[locale].fields[String(path.at(-1))] : undefined;
  if (ofPlaces !== undefined) return place(no, ofPlaces);
  const field = [...path].reverse().find((it) => typeof it === 'string' && it in fields);
  return place(no, field === undefined ? String(path.at(-1)) : fields[field as WatchedField]);
}

type PublicationRefusal = EditionRefusal | PictureRefusal | CardRefusal | DisruptionRefusal | SharedRefusal;

/** 暂不能提交: one sentence for each refusal. */
export function refusalSentence(refusal: PublicationRefusal, locale: Locale = 'zh-CN'): string {
  if (isOfCirculation(refusal)) return circulationSentence(refusal, locale);
  if (isAboutDisruptions(refusal)) return disruptionSentence(refusal, locale);
  if (isAboutCards(refusal)) return cardSentence(refusal, locale);
  if (isAboutPictures(refusal)) return pictureSentence(refusal, locale);
  return locale === 'en' ? refusalEn(refusal) : refusalZh(refusal);
}

function isAboutCards(refusal: EditionRefusal | PictureRefusal | CardRefusal): refusal is CardRefusal {
  return refusal.kind.startsWith('card-');
}

function isAboutPictures(refusal: EditionRefusal | PictureRefusal): refusal is PictureRefusal {
  return refusal.kind.startsWith('picture-');
}

function refusalZh(refusal: EditionRefusal): string {
  switch (refusal.kind) {
    case 'list-not-frozen':
      return `${refusal.year} 年的清单还没有冻结，冻结后才能准备公开版`;
    case 'draft-open':
      return `${longDate(refusal.preparedOn)}准备的一期还没有发布（${zh.states[refusal.state]}），请先办完或撤回它`;
    case 'future-day':
      return `截至日期 ${longDate(refusal.asOf)}晚于今天（${longDate(refusal.today)}）`;
    case 'older-than-current':
      return `现行公开版已截至 ${longDate(refusal.current)}，新一期不能更早；要改旧期，请用更正`;
    case 'no-such-edition-to-correct':
      return `没有第 ${refusal.number} 期，无从更正`;
    case 'personal-data':
      return `发现个人信息，请更正或写明放行理由：${refusal.findings.map((it) => `${placeSentence(it, 'zh-CN')}（${zh.kinds[it.kind]} ${it.masked}）`).join('；')}`;
    case 'review-incomplete':
      return `审查还差：${refusal.missing.map((it) => (it === 'no-secrets' ? zh.holdsNoSecrets : zh.mayBePublic)).join('；')}`;
    case 'wrong-step':
      return `这一期现在是“${zh.states[refusal.state]}”，这一步要在“${refusal.wants.map((it) => zh.states[it]).join('”或“')}”时办`;
    case 'own-pictures':
      return `其中 ${refusal.pictures} 张照片是您本人遮挡后公开的，请由另一位审查人审查这一期`;
    case 'pictures-withheld-since':
      return `准备之后，其中 ${refusal.pictures} 张照片已改为不公开或重新遮挡，请撤回这一期，重新准备`;
    case 'open-duplicates':
      return duplicatesText(refusal.figures, 'zh-CN');
    case 'other-content':
      return '您看过的内容与现在的不同，请重新打开再签发';
  }
}

function refusalEn(refusal: EditionRefusal): string {
  switch (refusal.kind) {
    case 'list-not-frozen':
      return `The list of ${refusal.year} is not frozen yet; an edition needs a frozen list`;
    case 'draft-open':
      return `An edition prepared on ${longDate(refusal.preparedOn, 'en')} is still open (${en.states[refusal.state]}); finish or withdraw it first`;
    case 'future-day':
      return `${longDate(refusal.asOf, 'en')} lies after today (${longDate(refusal.today, 'en')})`;
    case 'older-than-current':
      return `The edition in force speaks of ${longDate(refusal.current, 'en')}; a new one cannot be older. To change an old one, correct it`;
    case 'no-such-edition-to-correct':
      return `There is no edition ${refusal.number} to correct`;
    case 'personal-data':
      return `Personal data found; correct it or give a reason: ${refusal.findings.map((it) => `${placeSentence(it, 'en')} (${en.kinds[it.kind]} ${it.masked})`).join('; ')}`;
    case 'review-incomplete':
      return `Still missing: ${refusal.missing.map((it) => (it === 'no-secrets' ? en.holdsNoSecrets : en.mayBePublic)).join('; ')}`;
    case 'wrong-step':
      return `This edition is ${en.states[refusal.state]}; this step needs it to be ${refusal.wants.map((it) => en.states[it]).join(' or ')}`;
    case 'own-pictures':
      return `${refusal.pictures} of the pictures in it were made public by yourself; another reviewer has to review this edition`;
    case 'pictures-withheld-since':
      return `${refusal.pictures} of the pictures in it were withheld or covered anew since it was prepared; withdraw this draft and prepare it again`;
    case 'open-duplicates':
      return duplicatesText(refusal.figures, 'en');
    case 'other-content':
      return 'What you saw differs from what is there now; open it again before signing';
  }
}
