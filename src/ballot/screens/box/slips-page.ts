import { encode } from 'uqr';
import { type Html, html } from '#/kernel/html.ts';

export type SlipPlace = { readonly title: string; readonly district: string; readonly election: string; readonly address: string };

const PER_SHEET = 10;

/** 凭证条: two columns of five on A4, to be cut and handed out face down. No name, no number, nothing that tells one from another but the credential. */
export function credentialSlips(credentials: readonly string[], place: SlipPlace): Html {
  const sheets = Array.from({ length: Math.ceil(credentials.length / PER_SHEET) }, (_, i) =>
    credentials.slice(i * PER_SHEET, (i + 1) * PER_SHEET),
  );
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>凭证条</title><style>
@page { size: A4; margin: 8mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.45 "Noto Sans SC", "Microsoft YaHei", "SimSun", sans-serif; color: #000; }
.sheet { display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: repeat(5, 1fr); height: 280mm; break-after: page; }
.sheet:last-child { break-after: auto; }
.slip { border: 0.3mm dashed #888; padding: 4mm 5mm; display: grid; grid-template-columns: 1fr 34mm; gap: 2mm 4mm; overflow: hidden; }
h2 { margin: 0 0 1mm; font-size: 11pt; }
p { margin: 0 0 1mm; }
.code { font: 13pt/1.3 Consolas, "DejaVu Sans Mono", monospace; }
small { font-size: 8.5pt; }
svg { width: 34mm; height: 34mm; }
</style></head>
<body>
${sheets.map((sheet) => html`<section class="sheet">${sheet.map((it) => slipOf(it, place))}</section>`)}
</body>
</html>
`;
}

function slipOf(credential: string, { title, district, election, address }: SlipPlace): Html {
  const url = `${address}/vote/${district}/${election}`;
  const { data, size } = encode(`${url}#${credential}`, { ecc: 'M', border: 1 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<article class="slip"><div>
<h2>${title}</h2>
<p>投票凭证（只能使用一次）</p>
<p class="code">${credential}</p>
<p><small>手机扫码，或打开 ${url} 输入凭证。</small></p>
<p><small>请勿拍照，勿交他人。领取时不登记是哪一条。</small></p>
</div><svg viewBox="0 0 ${String(size)} ${String(size)}" shape-rendering="crispEdges"><path d="${path}"></path></svg></article>`;
}
