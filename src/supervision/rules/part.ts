/** 通报栏目: what another stage says in a month's bulletin, in sentences whose figures are its own. */
export type BulletinPart = { readonly heading: string; readonly paragraphs: readonly string[]; readonly isInternal: boolean };
