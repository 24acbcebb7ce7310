import { type Locale, longDate } from '#/kernel/format.ts';
import type { NoticeRefusal } from '../rules/refusals.ts';

type Both = readonly [zh: string, en: string];
type Words = { readonly [Kind in NoticeRefusal['kind']]: (refusal: Extract<NoticeRefusal, { kind: Kind }>) => Both };

const words: Words = {
  'no-web-address': () => [
    '机器人地址应以 https:// 开头，请从群机器人的设置里整段复制',
    'The address of a robot begins with https://; copy it whole from the settings of the group',
  ],
  'secret-only-for-dingtalk': () => [
    '只有钉钉机器人用加签密钥，企业微信的请留空',
    'Only DingTalk robots have a signing secret; leave it empty for WeCom',
  ],
  'no-mail-address': () => ['还没有填邮箱，请先填写', 'There is no e-mail address yet; fill it in first'],
  'no-person': () => [
    '您的账号在本区没有对应的人员，请系统管理员先登记',
    'Your account belongs to no person of this district; ask the system administrator',
  ],
  'robot-off': ({ name }) => [`机器人“${name}”已停用，请先启用`, `The robot “${name}” is off; switch it on first`],
  'no-unit': () => ['您的岗位不属于任何单位，不能订阅单位日历', 'Your post belongs to no unit'],
  'too-many-feeds': ({ most }) => [
    `最多保留 ${most} 个有效的订阅地址，请先作废不用的`,
    `At most ${most} addresses can be in use; revoke one first`,
  ],
  'revoked-already': ({ revokedOn }) => [
    `这个订阅地址已于${longDate(revokedOn, 'zh-CN')}作废`,
    `This address was revoked on ${longDate(revokedOn, 'en')}`,
  ],
};

export function wordsOf(refusal: NoticeRefusal, locale: Locale): string {
  const [zh, en] = (words[refusal.kind] as (it: NoticeRefusal) => Both)(refusal);
  return locale === 'zh-CN' ? zh : en;
}
