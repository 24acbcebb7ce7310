export { resetPassword } from './actions/accounts.ts';
/** What later stages may call on the server. */
export { createDistrict, openSetupAccount } from './actions/districts.ts';
export type { District } from './rules/district.ts';
export type { Holding, Post } from './rules/post.ts';
export type { Unit } from './rules/unit.ts';
export { findDistrict, getDistrict, listDistricts } from './store/districts.ts';
export { ensureUnits } from './store/ensure-units.ts';
export { findPosts, getPost, listHoldersOn, listHoldings, listPosts } from './store/posts.ts';
export { findUnits, getUnit, listUnits } from './store/units.ts';
