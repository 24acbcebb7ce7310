import type { Locale } from '#/kernel/format.ts';
import type { MessageState } from '../rules/message.ts';
import type { NoticeReason } from '../rules/send-reason.ts';

/** How far a message has come. */
export const stateWords: Readonly<Record<Locale, Readonly<Record<MessageState, string>>>> = {
  'zh-CN': { waiting: '待发', claimed: '发送中', sent: '已发出', refused: '没有发出', unsure: '不能确定' },
  en: { waiting: 'waiting', claimed: 'being sent', sent: 'sent', refused: 'not sent', unsure: 'not certain' },
};

const zh: Readonly<Record<NoticeReason, string>> = {
  'not-set-up': '没有配置邮件服务器，请运维人员按说明配置',
  'no-such-host': '找不到服务器，请核对主机名',
  'not-reachable': '连不上服务器，稍后自动再试',
  certificate: '服务器证书不可信，请运维人员核对',
  'no-encryption': '服务器不提供加密连接，没有发送',
  'login-refused': '邮件服务器不接受登录，请运维人员核对用户名和口令',
  'address-refused': '邮件服务器不接受收件地址，请本人核对邮箱',
  'private-address': '地址在内网，未经运维人员许可不得访问',
  'not-https': '地址不是 https，没有发送',
  moved: '地址已经改变，请重新复制',
  'too-often': '对方限制发送次数，稍后自动再试',
  'refused-there': '对方不接受，请核对地址、密钥和机器人的安全设置',
  'fault-there': '对方系统出错，稍后自动再试',
  'no-answer': '已送出，对方没有应答；为免重复，不再重发',
  'strange-answer': '已送出，对方的应答看不懂；为免重复，不再重发',
  'stopped-midway': '发送时程序中断；为免重复，不再重发',
  'nobody-there': '收件人没有邮箱或已关闭邮件',
};

const en: Readonly<Record<NoticeReason, string>> = {
  'not-set-up': 'no mail server is set up; ask the operator',
  'no-such-host': 'no such server; check the host name',
  'not-reachable': 'the server cannot be reached; it is tried again',
  certificate: 'the certificate of the server is not trusted; ask the operator',
  'no-encryption': 'the server offers no encryption; nothing was sent',
  'login-refused': 'the mail server refuses the log-in; ask the operator',
  'address-refused': 'the mail server refuses the address; its owner should check it',
  'private-address': 'the address lies in a private network that the operator has not allowed',
  'not-https': 'the address is not https; nothing was sent',
  moved: 'the address has changed; copy it anew',
  'too-often': 'the other side limits messages; it is tried again',
  'refused-there': 'the other side refuses it; check address, secret and the safety settings of the robot',
  'fault-there': 'the other side has a fault; it is tried again',
  'no-answer': 'sent, without an answer; not sent again, so that nobody is told twice',
  'strange-answer': 'sent, with an answer that cannot be read; not sent again',
  'stopped-midway': 'the programme stopped while sending; not sent again',
  'nobody-there': 'no address, or mail is switched off',
};

export const reasonWords: Readonly<Record<Locale, Readonly<Record<NoticeReason, string>>>> = { 'zh-CN': zh, en };
