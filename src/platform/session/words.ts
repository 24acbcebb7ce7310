import type { Locale } from '#/kernel/format.ts';
import type { PasswordFault } from '#/kernel/password.ts';
import type { SessionRefusal } from './rules.ts';

const zh = {
  'log-in': '登录',
  'log-out': '退出登录',
  username: '登录名',
  password: '口令',
  'current-password': '当前口令',
  'new-password': '新口令',
  'change-password': '修改口令',
  'change-password-first': '首次登录请先修改初始口令。',
  'enrol-totp-first': '管理员账号须先绑定动态口令。',
  'totp-code': '动态口令（6 位数字）或备用码',
  'enrol-totp': '绑定动态口令',
  'backup-codes': '备用码：每个只能用一次，请打印后妥善保管。',
  'my-log-ins': '我的登录',
  'log-in-at': '登录时间',
  'last-seen': '最近活动',
  source: '来源地址',
  device: '设备',
  'this-log-in': '本次登录',
  'end-log-in': '结束此登录',
  'log-in-first': '请先登录。',
  'not-in-district': '您在本地区没有岗位，无法处理。',
  csrf: '页面已过期，请刷新后重试。',
  'other-origin': '请求来自其他网站，无法处理。',
  'unknown-log-in': '这次登录已经结束。',
};
type Words = typeof zh;
const en: Words = {
  'log-in': 'Log in',
  'log-out': 'Log out',
  username: 'User name',
  password: 'Password',
  'current-password': 'Current password',
  'new-password': 'New password',
  'change-password': 'Change password',
  'change-password-first': 'Please change your first password before you go on.',
  'enrol-totp-first': 'An administrator sets up the authenticator code first.',
  'totp-code': 'Authenticator code (6 digits) or a backup code',
  'enrol-totp': 'Set up the authenticator',
  'backup-codes': 'Backup codes: each works once. Print them and keep them safe.',
  'my-log-ins': 'My log-ins',
  'log-in-at': 'Logged in',
  'last-seen': 'Last seen',
  source: 'From',
  device: 'Device',
  'this-log-in': 'this one',
  'end-log-in': 'End this log-in',
  'log-in-first': 'Please log in first.',
  'not-in-district': 'You hold no post in this district.',
  csrf: 'This page is out of date. Reload it and try again.',
  'other-origin': 'The request comes from another site.',
  'unknown-log-in': 'This log-in has already ended.',
};
export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': zh, en };

export function wordsOfPasswordFault(fault: PasswordFault, locale: Locale = 'zh-CN'): string {
  const isChinese = locale === 'zh-CN';
  switch (fault.kind) {
    case 'password-too-short':
      return isChinese ? `口令至少 ${fault.least} 位` : `at least ${fault.least} characters`;
    case 'password-too-long':
      return isChinese ? `口令不超过 ${fault.most} 位` : `at most ${fault.most} characters`;
    case 'password-too-plain':
      return isChinese
        ? `请用大写字母、小写字母、数字、符号中的三类，或者长度达到 ${fault.enoughAt} 位`
        : `three of capitals, small letters, digits and signs, or ${fault.enoughAt} characters and more`;
    case 'password-holds-user-name':
      return isChinese ? '口令中不能含有登录名' : 'without the user name in it';
    case 'password-too-common':
      return isChinese ? '这个口令太常见，容易被猜到' : 'less common than this one';
    case 'password-unchanged':
      return isChinese ? '不能与当前或上一次的口令相同' : 'not the current or the previous one';
  }
}

/** One sentence for each refusal of the log-in. It never tells whether a name exists. */
export function wordsOf(refusal: SessionRefusal, locale: Locale = 'zh-CN'): string {
  const isChinese = locale === 'zh-CN';
  switch (refusal.kind) {
    case 'log-in-failed':
      return isChinese
        ? '登录名或口令不正确。忘记口令请联系系统管理员重置。'
        : 'User name or password is not right. The system administrator can reset a password.';
    case 'too-many-failures':
      return isChinese
        ? `连续输错次数过多，请 ${refusal.minutes} 分钟后再试。`
        : `Too many wrong tries. Please try again in ${refusal.minutes} minutes.`;
    case 'account-locked':
      return isChinese ? '账号已停用，请联系安全管理员。' : 'This account is locked. Please ask the security administrator.';
    case 'provider-unreachable':
      return isChinese
        ? '统一身份认证平台暂时连不上，请稍后再试，或用登录名和口令登录。'
        : 'The identity platform does not answer. Try again later, or log in with user name and password.';
    case 'provider-not-trusted':
      return isChinese
        ? '没能从统一身份认证平台确认您的身份，请再试一次；一再如此请告诉系统管理员。'
        : 'The identity platform could not confirm who you are. Please try again; if it keeps happening, tell the system administrator.';
    case 'provider-refused':
      return isChinese ? '统一身份认证平台没有让您登录，或您取消了登录。' : 'The identity platform did not let you in, or you cancelled.';
    case 'provider-took-too-long':
      return isChinese ? '这次登录已过期，请重新开始。' : 'This log-in has expired. Please begin again.';
    case 'provider-unknown-person':
      return isChinese
        ? '您在统一身份认证平台的身份还没有对应本系统的账号。已有账号的，请先用口令登录，在“我的账号”里绑定；没有账号的，请联系本单位的系统管理员。'
        : 'No account here is linked to your identity. With an account, log in by password and link it under “My account”; without one, ask your system administrator.';
    case 'provider-other-person':
      return isChinese
        ? '这个账号或这个身份已经绑定了另一方，请联系系统管理员核对。'
        : 'This account, or this identity, is linked to another one. Please ask the system administrator.';
    case 'provider-no-administrators':
      return isChinese
        ? '管理员账号不能通过统一身份认证登录，请用登录名、口令和动态口令。'
        : 'Administrators do not log in through the identity platform here. Use user name, password and code.';
    case 'code-wrong':
      return isChinese
        ? '动态口令不正确，请等下一个再输入；并请核对手机时间。'
        : 'The code is not right. Wait for the next one, and check the clock of your phone.';
    case 'log-in-again':
      return isChinese ? '本次验证已过期，请重新登录。' : 'This step has expired. Please log in again.';
    case 'password-wrong':
      return isChinese ? '当前口令不正确。' : 'The current password is not right.';
    case 'totp-already-enrolled':
      return isChinese
        ? '已绑定动态口令；如需更换，请系统管理员重置口令。'
        : 'The authenticator is already set up. To change it, have your password reset.';
    case 'password-not-accepted': {
      const faults = refusal.faults.map((it) => wordsOfPasswordFault(it, locale));
      return isChinese ? `新口令暂不能使用：${faults.join('；')}。` : `The new password should be ${faults.join('; ')}.`;
    }
  }
}
