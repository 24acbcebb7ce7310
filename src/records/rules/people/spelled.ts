/** Half-width signs and common characters, which have one form only. */
const HAS_ONE_FORM = /^[\x20-\x7e\u4e00-\u9fff]*$/;

/** A text as it is read: full-width digits and signs are the common ones, and nothing stands around it. */
export const plain = (text: string) => (HAS_ONE_FORM.test(text) ? text : text.normalize('NFKC')).trim();

/** A name as it is compared: whichever dot stands between its parts, and 张　三, set wide for a table, as 张三. */
export const nameOf = (text: string) =>
  plain(text)
    .replace(/[•‧・∙⋅]/g, '·')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');

/** A telephone as it is compared: its digits, without the country's before a mobile number. */
export const phoneOf = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
