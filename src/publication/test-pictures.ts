import sharp from 'sharp';
import type { TestPerson } from '#/testing.ts';
import type { TestPublication } from './test-edition.ts';
import { valueIn } from './test-edition.ts';

export const CHECKED = { faces: 'none', plates: 'none', doors: 'none', children: 'none' } as const;

/** A photo with place and device in it; each `shade` is another photo. */
export function aPhoto(shade = 120): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: { r: shade, g: 90, b: 60 } } })
    .withExif({ IFD0: { Make: 'TestCamera', Artist: '某拍摄人' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 5/1 0/1' } })
    .jpeg()
    .toBuffer();
}

export type Evidence = { readonly projectId: string; readonly sourceDigest: string; readonly programmeId: string };

/** Uploads a photo, reports with it and has the report adopted. */
type Taken = { readonly photo?: Buffer; readonly name?: string; readonly asOf?: string };

export async function anEvidencePicture(list: TestPublication, object = '招聘会', value = 8, taken: Taken = {}): Promise<Evidence> {
  const { photo = await aPhoto(), name = '张三手机拍摄.jpg', asOf = '2026-06-18' } = taken;
  const { digest } = (await list.office.upload(name, photo)).body as { digest: string };
  await list.report(object, value, { asOf, evidence: [digest] });
  const [programme] = (await list.office.get('/programme/programmes')).body as unknown as readonly { readonly id: string }[];
  const programmeId = programme!.id;
  const { pictures } = (await list.office.get(`/publication/pictures?programmeId=${programmeId}`)).body as {
    pictures: readonly Evidence[];
  };
  return { ...pictures.find((it) => it.sourceDigest === digest)!, programmeId };
}

export type Released = { readonly pictureId: string; readonly redactedDigest: string };

export function releaseInput({ projectId, sourceDigest }: Evidence, change: Record<string, unknown> = {}) {
  return {
    ...{ projectId, sourceDigest, seen: null, phase: 'after', caption: '招聘会现场', alt: '广场上的招聘摊位' },
    boxes: [{ x: 1_000, y: 1_000, width: 2_000, height: 2_000 }],
    checks: { ...CHECKED, faces: 'covered' },
    nothingToCover: false,
    ...change,
  };
}

export async function release(person: TestPerson, evidence: Evidence, change: Record<string, unknown> = {}): Promise<Released> {
  return valueIn<Released>(await person.run('publication.release-picture', releaseInput(evidence, change)));
}
