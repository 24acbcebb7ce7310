/** 证件类型的各种写法: what one kind of document is called in rolls, by the name under which its numbers are kept. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  护照: ['中国护照', '普通护照', '因私护照', '因私普通护照', '中国公民护照', '中华人民共和国护照'],
  港澳居民来往内地通行证: [
    ...['港澳居民往来内地通行证', '港澳来往内地通行证', '港澳居民通行证', '港澳通行证', '港澳居民证'],
    ...['港澳居民回乡证', '港澳同胞回乡证', '港澳回乡证', '回乡证'],
  ],
  台湾居民来往大陆通行证: ['台湾居民往来大陆通行证', '台湾来往大陆通行证', '台湾居民通行证', '台湾通行证', '台湾同胞证', '台胞证'],
  外国人永久居留身份证: ['外国人永久居留证', '永久居留身份证', '永久居留证', '永居证', '外国人永居证'],
  出生医学证明: ['出生证明', '出生证'],
  军官证: ['中国人民解放军军官证', '解放军军官证'],
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(WAYS).flatMap(([name, ways]) => [name, ...ways].map((way) => [way, name] as const)),
);

/** One name for each kind, so that a paper is the same under all it is called by; a name that nobody knows stays as it is written. */
export function documentName(written: string): string {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  return NAMES.get(text) ?? NAMES.get(text.replace(/\(.*\)$/, '')) ?? written;
}
