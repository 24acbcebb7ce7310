import type { Locale } from '#/kernel/format.ts';

const zh = {
  title: '接口说明',
  lead: '工作台能做的，接口都能做，用同样的登录、权限和规则。以下由程序里检查输入的同一份定义生成。',
  machine: '机器可读的 OpenAPI 3.1',
  stages: '按阶段',
  commands: (count: number) => `${count} 项操作`,
  reads: (count: number) => `${count} 项查询`,
  calling: '怎样调用',
  callingText: [
    '先登录，带上登录 Cookie；写操作还要带 x-luoshi-csrf 头（登录时给出）。地址里的 district 是六位区划代码。',
    '操作的请求体是一个信封：id（自编的 UUID，重发同一个 id 得到同一个结果）、name、version、input，可加 base（所见版本）。',
    '受理：200，{"ok":true,"value":…}。按规则暂不能办：409，{"ok":false,"refusal":{"kind":…}}，kind 之外是事实（日期、数量、单位），工作台用它组成一句话；别人先改过则 kind 为 changed-since。',
    '格式不对：400，逐个字段说明。未登录：401。没有权限：403。没有这个对象：404。',
  ],
  permission: '权限',
  roles: '岗位角色',
  nobody: '只限本机命令行',
  input: '输入',
  parameters: '参数',
  field: '字段',
  kind: '类型',
  required: '必填',
  optional: '可省',
  none: '没有',
  refusals: '可能的“暂不能办”',
  facts: '附带的事实',
  example: '示例',
  anonymous: '不需登录',
  back: '全部阶段',
  other: 'EN',
};
export type DocsWords = typeof zh;

const en: DocsWords = {
  title: 'The interface',
  lead: 'Whatever the workspace does, the interface does: same log-in, same permissions, same rules. This is made from the very definitions that check the input.',
  machine: 'OpenAPI 3.1 for machines',
  stages: 'By stage',
  commands: (count) => `${count} commands`,
  reads: (count) => `${count} reads`,
  calling: 'How to call',
  callingText: [
    'Log in first and send the cookie; what writes also sends the header x-luoshi-csrf, given at log-in. district in an address is the six-digit code.',
    'The body of a command is an envelope: id (a UUID of your own; the same id again gives the same outcome), name, version, input, and if you like base (the versions you saw).',
    'Accepted: 200, {"ok":true,"value":…}. The rules say not now: 409, {"ok":false,"refusal":{"kind":…}}; beside the kind stand facts (days, counts, units) of which the workspace makes a sentence; where somebody else was first, the kind is changed-since.',
    'Malformed: 400, field by field. Not logged in: 401. Not allowed: 403. No such thing: 404.',
  ],
  permission: 'Permission',
  roles: 'Roles',
  nobody: 'the command line of the machine only',
  input: 'Input',
  parameters: 'Parameters',
  field: 'Field',
  kind: 'Kind',
  required: 'required',
  optional: 'optional',
  none: 'none',
  refusals: 'What it may refuse',
  facts: 'facts beside it',
  example: 'Example',
  anonymous: 'without a log-in',
  back: 'All stages',
  other: '中文',
};

/** The words of the description of the interface. */
export const docsWords: Readonly<Record<Locale, DocsWords>> = { 'zh-CN': zh, en };
