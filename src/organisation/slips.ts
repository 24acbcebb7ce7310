import { type Html, html, raw } from '#/kernel/html.ts';
import type { AccountSlipView } from './rules/views.ts';

const STYLE = `
@page { size: A4; margin: 10mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 12pt/1.5 "Noto Sans SC", "Microsoft YaHei", "SimSun", sans-serif; color: #1a1a1a; }
.sheet { display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: repeat(4, 1fr); height: 276mm; break-after: page; }
.sheet:last-child { break-after: auto; }
.slip { border: 0.3mm dashed #888; padding: 5mm 6mm; overflow: hidden; }
h2 { margin: 0 0 2mm; font-size: 12pt; }
dl { display: grid; grid-template-columns: 5em 1fr; gap: 1mm 2mm; margin: 0; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
.code { font: 14pt/1.3 "Consolas", "DejaVu Sans Mono", monospace; letter-spacing: 0.05em; }
p { margin: 2mm 0 0; font-size: 9pt; color: #555; }
`;

/** Two columns of four on A4, to be cut along the dashes. */
const PER_SHEET = 8;

/** 账号条: one slip for each account, handed over in person. The page carries its own style, for it is opened from the disk. */
export function accountSlips(slips: readonly AccountSlipView[], place: { readonly districtName: string; readonly address: string }): Html {
  const sheets = Array.from({ length: Math.ceil(slips.length / PER_SHEET) }, (_, i) => slips.slice(i * PER_SHEET, (i + 1) * PER_SHEET));
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>账号条 · ${place.districtName}</title><style>${raw(STYLE)}</style></head>
<body>
${sheets.map((sheet) => html`<section class="sheet">${sheet.map((slip) => slipOf(slip, place))}</section>`)}
</body>
</html>
`;
}

function slipOf(slip: AccountSlipView, { districtName, address }: { readonly districtName: string; readonly address: string }): Html {
  return html`<article class="slip">
<h2>落实 · ${districtName} 账号条</h2>
<dl>
<dt>姓名</dt><dd>${slip.name}</dd>
<dt>岗位</dt><dd>${slip.posts || '—'}</dd>
<dt>网址</dt><dd>${address}</dd>
<dt>登录名</dt><dd class="code">${slip.username}</dd>
<dt>初始口令</dt><dd class="code">${slip.password}</dd>
</dl>
<p>请当面交接，首次登录须修改口令；改后本条作废，请销毁。非涉密系统，严禁存储、处理、传输涉密信息。</p>
</article>`;
}
