import type { Locale } from '#/kernel/format.ts';
import type { Administrator, Role } from '#/kernel/role.ts';
import type { AccountRefusal } from '../rules/account.ts';
import type { DistrictRefusal } from '../rules/district.ts';
import type { ImportRefusal } from '../rules/import-plan.ts';
import type { PersonRefusal } from '../rules/person.ts';
import type { PostRefusal } from '../rules/post.ts';
import type { UnitRefusal } from '../rules/unit.ts';
import { ROLE_LABELS } from './labels.ts';

export type OrganisationRefusal = UnitRefusal | PostRefusal | PersonRefusal | AccountRefusal | DistrictRefusal | ImportRefusal;

type Kind = OrganisationRefusal['kind'];
type Of<K extends Kind> = Extract<OrganisationRefusal, { kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const rolesIn = (locale: Locale, roles: readonly (Role | Administrator)[]) => roles.map((role) => ROLE_LABELS[locale][role]);

const zh: Sentences = {
  'unit-name-taken': ({ name, by }) => `“${name}”已经是“${by}”的名称或别名，请换一个写法，或先合并两个单位。`,
  'unit-inactive': ({ name }) => `“${name}”已停用，暂不能这样操作。`,
  'unit-has-holders': ({ name, holders }) => `“${name}”的岗位上还有人（${holders.join('、')}），请先免职或合并到其他单位。`,
  'same-unit': () => '请选择两个不同的单位。',
  'post-inactive': ({ title }) => `岗位“${title}”已停用，请先启用。`,
  'post-held': ({ name, fromOn, toOn }) =>
    `该岗位自 ${fromOn} 起由${name}担任${toOn === null ? '' : `，到 ${toOn} 为止`}。请先免职，或勾选“接替现任”。`,
  'post-vacant': ({ title }) => `岗位“${title}”目前空缺，无人可免。`,
  'ends-before-start': ({ fromOn }) => `免职日期不能早于任职日期 ${fromOn}。`,
  'own-stand-in': () => '岗位不能做自己的 AB 岗。',
  'administrators-exclude': ({ held, wanted }) =>
    `系统、安全、审计三员须由不同的人担任：已是${ROLE_LABELS['zh-CN'][held]}，不能再任${ROLE_LABELS['zh-CN'][wanted]}。`,
  'needs-security-admin': ({ roles }) => `${rolesIn('zh-CN', roles).join('、')}的岗位由安全管理员设置和任免。`,
  'phone-malformed': ({ phone }) => `“${phone}”不像电话号码，请填 11 位手机号或带区号的座机。`,
  'person-has-account': ({ name }) => `${name}已有账号；忘记口令请用“重置口令”。`,
  'username-taken': ({ username }) => `登录名 ${username} 已被使用，请换一个。`,
  'own-account': () => '不能停用或重置自己的账号，请由另一位管理员操作。',
  'security-admin-resets': () => '安全管理员、审计管理员的口令只能由（另一位）安全管理员重置，系统管理员暂不能重置。',
  'system-admin-resets': () => '安全管理员只重置安全管理员和审计管理员的口令；其他账号请由系统管理员重置。',
  'administers-elsewhere': () => '这个账号在其他区县担任管理员，请由那里的管理员重置。',
  'not-a-setup-account': () => '这不是初始设置账号；普通账号请用“停用”。',
  'administrators-missing': ({ roles }) => `关闭前请先为${rolesIn('zh-CN', roles).join('、')}设置岗位并开通账号，否则以后无人能管理账号。`,
  'district-exists': ({ name }) => `该行政区划代码已经是“${name}”。`,
  'import-head-missing': ({ wants }) => `没有找到表头“${wants}”。请下载模板，把内容填进去再上传。`,
  'file-unread': ({ why }) => unreadZh(why),
  'import-has-errors': ({ count }) => `表中有 ${count} 处需要改正，整份暂不能导入；请按逐行报告改好后再上传。`,
};

function unreadZh(why: string): string {
  if (why === 'encrypted') return '文件设有密码，无法读取。请去掉密码后再上传。';
  if (why === 'classified') return '文件带有密级标志，未予读取。非涉密系统，严禁存储、处理、传输涉密信息。';
  return '文件无法读取。请在 WPS 或 Excel 中另存为 .xlsx 后再上传。';
}

const en: Sentences = {
  'unit-name-taken': ({ name, by }) => `“${name}” is already a name of “${by}”. Choose another, or merge the two units.`,
  'unit-inactive': ({ name }) => `“${name}” is no longer active.`,
  'unit-has-holders': ({ name, holders }) =>
    `Posts of “${name}” are still held (${holders.join(', ')}). Release them or merge the unit first.`,
  'same-unit': () => 'Choose two different units.',
  'post-inactive': ({ title }) => `The post “${title}” is not active.`,
  'post-held': ({ name, fromOn, toOn }) =>
    `${name} holds this post from ${fromOn}${toOn === null ? '' : ` to ${toOn}`}. Release it first, or choose “replaces the present holder”.`,
  'post-vacant': ({ title }) => `The post “${title}” is vacant.`,
  'ends-before-start': ({ fromOn }) => `The last day cannot come before ${fromOn}, the first.`,
  'own-stand-in': () => 'A post cannot stand in for itself.',
  'administrators-exclude': ({ held, wanted }) =>
    `System, security and audit administrator are three different people: already ${ROLE_LABELS.en[held]}, so not ${ROLE_LABELS.en[wanted]}.`,
  'needs-security-admin': ({ roles }) => `Posts of ${rolesIn('en', roles).join(', ')} are set up and filled by the security administrator.`,
  'phone-malformed': ({ phone }) => `“${phone}” is no telephone number: 11 digits of a mobile, or a landline with area code.`,
  'person-has-account': ({ name }) => `${name} has an account already. For a lost password use “reset password”.`,
  'username-taken': ({ username }) => `The user name ${username} is taken.`,
  'own-account': () => 'Your own account is locked or reset by another administrator.',
  'security-admin-resets': () => 'Passwords of security and audit administrators are reset by a security administrator only.',
  'system-admin-resets': () =>
    'A security administrator resets only those of security and audit administrators; ask the system administrator.',
  'administers-elsewhere': () => 'This account is an administrator of another district, whose administrators reset it.',
  'not-a-setup-account': () => 'This is no setup account. Lock it instead.',
  'administrators-missing': ({ roles }) =>
    `First give a post and an account to: ${rolesIn('en', roles).join(', ')}. Otherwise nobody could manage accounts.`,
  'district-exists': ({ name }) => `This code already stands for “${name}”.`,
  'import-head-missing': ({ wants }) => `No column is headed “${wants}”. Download the template and fill it in.`,
  'file-unread': () => 'The file cannot be read. Save it as .xlsx without a password and try again.',
  'import-has-errors': ({ count }) => `${count} places need correcting; nothing was brought in. See the report row by row.`,
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** One sentence for each refusal of this stage. */
export function wordsOf<K extends Kind>(refusal: Of<K>, locale: Locale = 'zh-CN'): string {
  const sentence = SENTENCES[locale][refusal.kind as K] as (facts: Of<K>) => string;
  return sentence(refusal);
}
