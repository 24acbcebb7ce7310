/** What a form is recognised by when it comes back, whatever its file is called by then. */
export const FORM_SHEET = '报送表';
export const ID_SHEET = 'luoshi_id';
/** Over the hidden column that carries the id of each row's promise. */
export const KEY_HEAD = '标识';
export const IDENTITY_KEYS = ['form', 'district', 'programme', 'period', 'as-of', 'unit', 'unit-name', 'issued', 'key', 'digest'] as const;
export type IdentityKey = (typeof IDENTITY_KEYS)[number];
