import { type Locale, longDate } from '#/kernel/format.ts';
import type { PersonalDataKind } from '#/kernel/privacy-gate.ts';
import type { MustHide, PicturePhase, PictureRefusal } from './rules/pictures.ts';

const zh = {
  phases: { before: '整治前', during: '施工中', after: '完成后' } satisfies Record<PicturePhase, string>,
  hidden: { faces: '人脸', plates: '车牌', doors: '门牌号和住户门', children: '未成年人' } satisfies Record<MustHide, string>,
  texts: { caption: '说明文字', alt: '替代文字' } satisfies Record<'caption' | 'alt', string>,
  personal: {
    'id-number': '身份证号',
    mobile: '手机号',
    'bank-card': '银行卡号',
    plate: '车牌号',
    'room-address': '到户的住址',
  } satisfies Record<PersonalDataKind, string>,
  pictures: '现场照片',
  picturesNote: '照片已由工作人员逐张查看，遮挡人脸、车牌、门牌号和住户门、未成年人；灰块处为遮挡。',
  gone: '这张照片已停止公开',
};
export type PictureWords = typeof zh;

const en: PictureWords = {
  phases: { before: 'before', during: 'during the works', after: 'after' },
  hidden: { faces: 'faces', plates: 'licence plates', doors: 'door numbers and doors of homes', children: 'children' },
  texts: { caption: 'caption', alt: 'text alternative' },
  personal: {
    'id-number': 'ID number',
    mobile: 'mobile number',
    'bank-card': 'bank card',
    plate: 'licence plate',
    'room-address': 'address down to the room',
  },
  pictures: 'Pictures from the site',
  picturesNote:
    'Each picture was looked at by a person; faces, licence plates, door numbers, doors of homes and children are covered. Grey areas are covers.',
  gone: 'This picture is no longer public',
};

export const pictureWords: Readonly<Record<Locale, PictureWords>> = { 'zh-CN': zh, en };

/** 暂不能提交, about pictures. */
export function pictureSentence(refusal: PictureRefusal, locale: Locale): string {
  return locale === 'en' ? sentenceEn(refusal) : sentenceZh(refusal);
}

function sentenceZh(refusal: PictureRefusal): string {
  switch (refusal.kind) {
    case 'picture-not-adopted':
      return '这张照片所在的报送没有采用，或采用后已更正，暂不能公开；请先采用报送';
    case 'picture-decided-meanwhile':
      return `这张照片已由${refusal.by}在 ${longDate(refusal.on)}另行处理，请重新打开再办`;
    case 'picture-checks-missing':
      return `请逐项确认：${refusal.missing.map((it) => zh.hidden[it]).join('、')}`;
    case 'picture-covered-without-box':
      return `已选“已遮挡”的有${refusal.covered.map((it) => zh.hidden[it]).join('、')}，但图上没有遮挡框，请先画框`;
    case 'picture-nothing-not-said':
      return '图上没有遮挡框；如确实没有需要遮挡的，请勾选说明';
    case 'picture-nothing-yet-boxes':
      return `图上有 ${refusal.boxes} 个遮挡框，与“没有需要遮挡的”不符，请去掉勾选或删去遮挡框`;
    case 'picture-text-personal':
      return `文字里有个人信息，请改写：${refusal.findings.map((it) => `${zh.texts[it.field]}（${zh.personal[it.kind]} ${it.masked}）`).join('；')}`;
    case 'picture-too-many':
      return `一件实事最多公开 ${refusal.limit} 张照片，请先撤下其他照片`;
  }
}

function sentenceEn(refusal: PictureRefusal): string {
  switch (refusal.kind) {
    case 'picture-not-adopted':
      return 'The report with this picture is not adopted, or was corrected since; adopt the report first';
    case 'picture-decided-meanwhile':
      return `${refusal.by} decided about this picture on ${longDate(refusal.on, 'en')}; open it again`;
    case 'picture-checks-missing':
      return `Confirm one by one: ${refusal.missing.map((it) => en.hidden[it]).join(', ')}`;
    case 'picture-covered-without-box':
      return `Said to be covered: ${refusal.covered.map((it) => en.hidden[it]).join(', ')}; but there is no box on the picture. Draw one first`;
    case 'picture-nothing-not-said':
      return 'There is no box on the picture; if nothing has to be covered, say so by ticking it';
    case 'picture-nothing-yet-boxes':
      return `There are ${refusal.boxes} boxes on the picture, and it is said that nothing has to be covered; untick it or delete the boxes`;
    case 'picture-text-personal':
      return `Personal data in the texts, please rewrite: ${refusal.findings.map((it) => `${en.texts[it.field]} (${en.personal[it.kind]} ${it.masked})`).join('; ')}`;
    case 'picture-too-many':
      return `A project shows at most ${refusal.limit} pictures; take others back first`;
  }
}
