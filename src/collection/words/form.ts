import { longDate } from '#/kernel/format.ts';
import type { ReportingForm } from '../rules/form.ts';

/** What is printed on the form that goes to units; in Chinese whatever language the reader of the page has chosen. */
export function formTitle({ programmeTitle, periodName }: Pick<ReportingForm, 'programmeTitle' | 'periodName'>): string {
  return `${programmeTitle}进展报送表（${periodName}）`;
}

export function formSubtitle({ unitName, periodName, period }: Pick<ReportingForm, 'unitName' | 'periodName' | 'period'>): string {
  return `填报单位：${unitName}　报送期：${periodName}　数据截至：${longDate(period.asOf)}　请于${longDate(period.dueOn)}前报回`;
}

export const FORM_NOTES =
  '填写说明：只填白色格，灰色格由督查室预填，请勿改动；有误请在备注中说明。“本次数”只填数字，默认报累计数（自清单起始日至截至日的总数），' +
  '若只报本期新增，请在“累计数或本期数”一栏选“本期数”。没有进展也请填数或阶段，空白按未报处理。进度落后的请写明滞后原因与补救措施。佐证照片、签章扫描件与本表一并发回。' +
  '请勿填写涉密内容、身份证号和手机号。';

export function formFileName({ unitName, periodName }: Pick<ReportingForm, 'unitName' | 'periodName'>): string {
  return `报送表-${unitName.replace(/[\\/:*?"<>|\s]/g, '')}-${periodName}.xlsx`;
}

/** What the text for the group asks where the district has written nothing else. */
export const USUAL_ASK =
  '请在各自的报送表（.xlsx）白色格内填写，签字盖章后连同佐证照片发回；没有进展的也请填明所处阶段，落后的请写明原因与补救措施。请勿在群内发送涉密和个人信息。';

/** The text for the group chat: what, as of when, until when, and which promises of whom. */
export function chatText(forms: readonly ReportingForm[]): string {
  const [first] = forms;
  if (first === undefined) return '';
  const { period, programmeTitle, periodName } = first;
  const head = `【进展报送】${programmeTitle}${periodName}进展，数据截至${longDate(period.asOf)}，请于${longDate(period.dueOn)}前报回。`;
  const lines = forms.map(
    ({ unitName, rows }) => `▪ ${unitName}：${rows.map(({ locked }) => `${locked.no} ${shortName(locked.promise)}`).join('；')}`,
  );
  return [head, ...lines, period.reminder || USUAL_ASK].join('\n');
}

/** For those who have not reported when the day is near or past. */
export function silentText(forms: readonly ReportingForm[], silent: readonly string[]): string {
  const [first] = forms;
  if (first === undefined || silent.length === 0) return '';
  return `【催报】${first.programmeTitle}${first.periodName}进展（截至${longDate(first.period.asOf)}）尚未收到：${silent.join('、')}。报送截止${longDate(first.period.dueOn)}，请尽快报回。`;
}

function shortName(promise: string): string {
  return promise.replace(/（节点：.*）$/, '');
}
