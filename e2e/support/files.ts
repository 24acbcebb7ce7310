import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import sharp from 'sharp';

export type SentFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export async function docxOf(title: string, cells: readonly (readonly string[])[], name = '清单.docx'): Promise<SentFile> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = cells.map((row) => new TableRow({ children: row.map(cell) }));
  const document = new Document({ sections: [{ children: [new Paragraph(title), new Table({ rows })] }] });
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await Packer.toBuffer(document),
  };
}

export async function xlsxOf(title: string, cells: readonly (readonly string[])[], name = '清单.xlsx'): Promise<SentFile> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('清单');
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, cells[0]!.length);
  for (const row of cells) sheet.addRow([...row]);
  const buffer = Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
}

/** A photo as a telephone takes it: it says where it was taken. */
export async function photoWithPlace(background = '#a9c1d9'): Promise<SentFile> {
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background } });
  const exif = {
    IFD0: { Make: 'Example Phone', ImageDescription: 'a street' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 5/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 8/1 20/1' },
  };
  return { name: '现场.jpg', mimeType: 'image/jpeg', buffer: await picture.withExif(exif).jpeg().toBuffer() };
}

/** An old compound file as far as it is looked at: its first bytes, and one stream named in its directory. */
function compoundFile(name: string, stream: string): SentFile {
  const entry = Buffer.alloc(128);
  entry.write(stream, 'utf16le');
  entry.writeUInt16LE(stream.length * 2 + 2, 64);
  entry.writeUInt8(2, 66);
  const buffer = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), entry, Buffer.alloc(2048)]);
  return { name, mimeType: 'application/octet-stream', buffer };
}

export const oldWord = compoundFile('旧清单.doc', 'WordDocument');
export const lockedWord = compoundFile('加密清单.docx', 'EncryptedPackage');
export const pdf: SentFile = {
  name: '清单.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
};
