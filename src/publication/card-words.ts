import type { Locale } from '#/kernel/format.ts';
import type { PersonalDataKind } from '#/kernel/privacy-gate.ts';
import type { CardField, CardRefusal } from './rules/cards.ts';
import type { PlaceDifference } from './rules/place-difference.ts';

const zh = {
  fields: {
    who: '谁能享受',
    where: '在哪里办',
    bring: '带什么',
    until: '办到什么时候',
    office: '咨询单位',
    phone: '咨询电话',
    title: '活动名称',
    place: '活动地点',
    project: '实事名称',
    promise: '承诺',
    address: '公开网址',
    source: '区界来源',
    reviewNo: '审图号',
  } as Readonly<Record<string, string>>,
  what: {
    sites: '点位',
    card: '办事卡',
    areas: '区域名单',
    outline: '区界',
    address: '公开网址',
    disruptions: '停水、封路等通知',
    events: '日程',
    cancelled: '已取消的场次',
  } satisfies Record<PlaceDifference['what'], string>,
  data: {
    'id-number': '身份证号',
    mobile: '手机号',
    'bank-card': '银行卡号',
    plate: '车牌号',
    'room-address': '到户的住址',
  } satisfies Record<PersonalDataKind, string>,
};
export type CardWords = typeof zh;

const en: CardWords = {
  fields: {
    who: 'who is entitled',
    where: 'where',
    bring: 'what to bring',
    until: 'until when',
    office: 'office',
    phone: 'telephone',
    title: 'event',
    place: 'place of the event',
    project: 'project',
    promise: 'promise',
    address: 'web address',
    source: 'source of the outline',
    reviewNo: 'map review number',
  },
  what: {
    sites: 'site',
    card: 'card',
    areas: 'list of areas',
    outline: 'outline',
    address: 'web address',
    disruptions: 'notices',
    events: 'events to come',
    cancelled: 'events called off',
  },
  data: {
    'id-number': 'an ID number',
    mobile: 'a mobile number',
    'bank-card': 'a bank card',
    plate: 'a licence plate',
    'room-address': 'an address down to the room',
  },
};

export const cardWords: Readonly<Record<Locale, CardWords>> = { 'zh-CN': zh, en };

/** `第 2 场活动的活动地点` */
function fieldName(field: CardField, locale: Locale): string {
  const [first, index, last] = field.split('.');
  const { fields } = cardWords[locale];
  if (last === undefined) return fields[first!] ?? first!;
  return locale === 'en' ? `${fields[last]} ${Number(index) + 1}` : `第 ${Number(index) + 1} 场的${fields[last]}`;
}

export function cardSentence(refusal: CardRefusal, locale: Locale): string {
  return locale === 'en' ? cardEn(refusal) : cardZh(refusal);
}

function cardZh(refusal: CardRefusal): string {
  switch (refusal.kind) {
    case 'card-personal-data':
      return `“${fieldName(refusal.field, 'zh-CN')}”里有${zh.data[refusal.data]}（${refusal.masked}），办事卡不写个人信息，请删去后再保存。`;
    case 'card-holds-coordinates':
      return `“${fieldName(refusal.field, 'zh-CN')}”里写了坐标，请只写地名；位置登记在点位里。`;
    case 'card-ends-before-it-begins':
      return `“${refusal.title}”的结束时间不晚于开始时间，请核对。`;
    case 'card-not-of-unit':
      return '这件实事不是本单位牵头或配合的，暂不能写它的办事卡。';
    case 'card-area-unknown':
      return '选的区域有的已经删除，请重新选择。';
    case 'card-absent':
      return '这项承诺还没有办事卡，无需撤下。';
  }
}

function cardEn(refusal: CardRefusal): string {
  switch (refusal.kind) {
    case 'card-personal-data':
      return `“${fieldName(refusal.field, 'en')}” holds ${en.data[refusal.data]} (${refusal.masked}); a card holds no personal data. Remove it first.`;
    case 'card-holds-coordinates':
      return `“${fieldName(refusal.field, 'en')}” holds coordinates; write the name of the place only.`;
    case 'card-ends-before-it-begins':
      return `“${refusal.title}” ends before it begins.`;
    case 'card-not-of-unit':
      return 'This project is not led or supported by your unit.';
    case 'card-area-unknown':
      return 'Some of the areas are gone; choose again.';
    case 'card-absent':
      return 'This promise has no card.';
  }
}
