/** The fictional session of 青石区: 231 deputies of four delegations, 12 candidates for 10 seats. */
const DELEGATIONS = ['城关代表团', '东乡代表团', '西乡代表团', '直属机关代表团'];
const DEPUTIES = 231;

export const PROJECTS = [
  '新建社区老年食堂6个',
  '改造背街小巷12条',
  '农村饮水管网更新',
  '开展免费“两癌”检查',
  '新增公办幼儿园学位',
  '举办专场招聘会15场',
  '老旧小区加装电梯',
  '更换旧路灯',
  '送戏下乡',
  '新建口袋公园',
  '城区公厕提升',
  '乡镇卫生院设备更新',
];

export const ROLL = [
  '姓名\t代表团\t工作单位',
  ...Array.from({ length: DEPUTIES }, (_, i) => {
    const delegation = DELEGATIONS[Math.floor((i * DELEGATIONS.length) / DEPUTIES)];
    return `演示代表${String(i + 1).padStart(3, '0')}\t${delegation}\t演示单位${i % 30}`;
  }),
].join('\n');

export const candidatesOf = (names: readonly string[]) =>
  [
    '项目名称\t依据\t内容\t投资\t资金来源\t地点\t完成时限\t牵头单位',
    ...names.map(
      (name, i) => `${name}\t代表建议和群众反映\t按方案实施\t${100 + 20 * i}万元\t区级财政\t城区和乡镇\t2027年10月底前\t演示牵头局${i + 1}`,
    ),
  ].join('\n');
export const CANDIDATES = candidatesOf(PROJECTS);

/** 207 valid papers, one of them blank; the tenth and eleventh have as many votes as each other. */
const VOTES = [190, 186, 182, 178, 175, 172, 170, 168, 165, 150, 150, 100];
const SIZES = [50, 50, 50, 50, 9];

export type Bundle = { readonly papers: number; readonly void: number; readonly blank: number; readonly votes: readonly number[] };

type Whole = { readonly sizes: readonly number[]; readonly votes: readonly number[]; readonly void: number; readonly blank: number };

/** Cut into bundles as the tellers tie them, the void and blank papers in the first. */
export function bundlesOf({ sizes, votes, void: voided, blank }: Whole): readonly Bundle[] {
  const unmarked = voided + blank;
  const all = sizes.reduce((sum, it) => sum + it, 0) - unmarked;
  return sizes.map((papers, i) => {
    const marked = (upTo: number) => sizes.slice(0, upTo).reduce((sum, it) => sum + it, 0) - (upTo > 0 ? unmarked : 0);
    const share = (total: number) => Math.round((total * marked(i + 1)) / all) - Math.round((total * marked(i)) / all);
    return { papers, void: i === 0 ? voided : 0, blank: i === 0 ? blank : 0, votes: votes.map(share) };
  });
}

export const BUNDLES = bundlesOf({ sizes: SIZES, votes: VOTES, void: 2, blank: 1 });

/** The second vote among the two, in one bundle. */
export const SECOND: Bundle = { papers: 208, void: 0, blank: 2, votes: [112, 94] };
