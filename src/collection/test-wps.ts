import { aZip } from '#/platform/documents/test-files.ts';
import { openZip } from '#/platform/documents/zip.ts';

const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS Office_12.1.0.16120_F1E327BC-269C-435d-A152-05C5408002CA</Application></Properties>';
const CUSTOM =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16120</vt:lpwstr></property></Properties>';
const WPS = 'www.wps.cn';
const CELL_IMAGES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><etc:cellImages xmlns:etc="http://${WPS}/officeDocument/2017/etCustomData"/>`;

/**
 * A workbook as WPS leaves it: its own properties and a part for pictures in cells; with `inline` also as WPS on a telephone does, where the texts
 * stand in the cells, no part holds shared strings, and the styles lie elsewhere under another number.
 */
export async function asWps(bytes: Buffer, { inline = false } = {}): Promise<Buffer> {
  const zip = await openZip(bytes);
  const parts: Record<string, string> = {};
  for (const name of zip.writtenNames) parts[name] = (await zip.read(name))!.toString('utf8');
  parts['docProps/app.xml'] = APP;
  parts['docProps/custom.xml'] = CUSTOM;
  parts['xl/cellimages.xml'] = CELL_IMAGES;
  const relations = parts['xl/_rels/workbook.xml.rels']!;
  parts['xl/_rels/workbook.xml.rels'] = relations.replace(
    '</Relationships>',
    `<Relationship Id="rIdWps" Type="http://${WPS}/officeDocument/2020/cellImage" Target="cellimages.xml"/></Relationships>`,
  );
  return aZip(inline ? inlined(parts) : parts);
}

function inlined({
  'xl/sharedStrings.xml': shared = '',
  'xl/styles.xml': styles,
  ...parts
}: Record<string, string>): Record<string, string> {
  const strings = [...shared.matchAll(/<si>(.*?)<\/si>/gs)].map((it) => it[1]!);
  const put = (sheet: string) =>
    sheet.replace(
      /<c ([^>]*?)t="s"([^>]*)><v>(\d+)<\/v><\/c>/g,
      (_, a, b, i) => `<c ${a}t="inlineStr"${b}><is>${strings[Number(i)]}</is></c>`,
    );
  const moved = Object.entries(parts).map(([name, text]) => [name, name.startsWith('xl/worksheets/sheet') ? put(text) : text] as const);
  const relations = parts['xl/_rels/workbook.xml.rels']!.replace(/<Relationship [^>]*sharedStrings[^>]*>/, '').replace(
    'Target="styles.xml"',
    'Target="/xl/wps/styles1.xml"',
  );
  const types = parts['[Content_Types].xml']!.replace(/<Override [^>]*sharedStrings[^>]*>/, '').replace(
    '/xl/styles.xml',
    '/xl/wps/styles1.xml',
  );
  return {
    ...Object.fromEntries(moved),
    'xl/_rels/workbook.xml.rels': relations,
    '[Content_Types].xml': types,
    'xl/wps/styles1.xml': styles!,
  };
}
