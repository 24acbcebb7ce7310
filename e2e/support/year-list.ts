/** One row of a published list as such lists look: promises run together, rows without a number, progress in other units, in percent or in stage words. */
export type ListRow = { readonly no: string; readonly content: string; readonly progress: string; readonly unit: string };

export const LIST_TITLE = '示例区2026年民生实事项目进展情况表';
export const HEADERS = ['序号', '项目内容', '项目进展情况', '责任单位'] as const;

/** A year's list of a district that does not exist. */
export const ROWS: readonly ListRow[] = [
  {
    no: '1',
    content: '推进老旧小区环境整治，重点补齐向阳、和平等小区的短板，健全配套管网。',
    progress: '向阳小区已建成停车泊位86个，铺装便道5200平方米。',
    unit: '区住建局',
  },
  { no: '2', content: '北关片区雨水管网改造，分流雨污，恢复路面。', progress: '已完成招标。', unit: '区住建局' },
  {
    no: '3',
    content: '农村供水保障行动，对东川镇、柳林乡12个村的供水管网进行更新改造。',
    progress: '正在施工，完成55%。',
    unit: '区水务局、东川镇、柳林乡',
  },
  {
    no: '4',
    content: '“四好农村路”提升及老旧电梯更新，新改建农村公路26公里，更新住宅电梯18部。',
    progress: '农村公路已完工11公里，电梯已更换7部。',
    unit: '区交通局',
  },
  {
    no: '5',
    content: '养老服务提升工程，新建社区养老服务中心1处，新增护理型床位150张。',
    progress: '养老服务中心已立项，床位正在招标。',
    unit: '区民政局',
  },
  {
    no: '6',
    content: '应急能力建设，举办应急救护培训8场，完善避难场所标识。',
    progress: '已举办6期应急救护培训，420人取得证书；正在更换标识。',
    unit: '区应急局',
  },
  {
    no: '7',
    content: '为约1.2万名低保对象、特困人员购买意外保险。',
    progress: '已印发工作方案。',
    unit: '区民政局',
  },
  {
    no: '8',
    content: '文化进基层，开展送戏下乡60场，开放图书分馆至少3个。',
    progress: '送戏下乡已演出12场，图书分馆正在选址。',
    unit: '区文旅局',
  },
  {
    no: '9',
    content: '稳就业行动，举办专场招聘会20场，建成零工驿站至少2个。',
    progress: '专场招聘会已举办11场，零工驿站已建成1个。',
    unit: '区人社局',
  },
  {
    no: '10',
    content: '健康关爱行动，为约30万名居民免费筛查肺功能，为约2800名女孩接种HPV疫苗，为新婚夫妇提供婚检。',
    progress: '已为45000名居民筛查肺功能；1300名女孩接种HPV疫苗；96对新婚夫妇完成婚检。',
    unit: '区卫健局',
  },
];

export const CELLS: readonly (readonly string[])[] = [
  HEADERS,
  ...ROWS.map(({ no, content, progress, unit }) => [no, content, progress, unit]),
];

/** The text a spreadsheet puts on the clipboard. */
export const AS_TSV = [LIST_TITLE, ...CELLS.map((cells) => cells.join('\t'))].join('\r\n');

/** The markup it puts beside it: a title over the whole width, styles and all. */
export const AS_HTML = `<html><head><meta charset="utf-8"></head><body><!--StartFragment--><table border="0" cellspacing="0" style="border-collapse:collapse">
<tr height="40"><td colspan="${HEADERS.length}" style="text-align:center;font-size:18pt">${LIST_TITLE}</td></tr>
${CELLS.map((cells) => `<tr>${cells.map((cell) => `<td style="border:1px solid #000">${cell}</td>`).join('')}</tr>`).join('\n')}
</table><!--EndFragment--></body></html>`;
