import type { Module } from '#/platform/module.ts';
import type { Permissions, Role } from '#/platform/roles.ts';
import { closeSetupAccount, createAccount, lockAccount, resetPassword, unlockAccount } from './actions/accounts.ts';
import { createDistrict, openSetupAccount, renameDistrict } from './actions/districts.ts';
import { importFile } from './actions/import.ts';
import { appoint, changePost, changePostRoles, createPost, release, setPerson, setStandIn } from './actions/posts.ts';
import { deactivateUnit, mergeUnits, renameUnit, setUnitAliases, setUnitDetails, setUpUnit } from './actions/units.ts';
import { organisationReads } from './routes.ts';
import { listDistricts, listDistrictsOfAccount } from './store/districts.ts';
import { listPostsOfAccount } from './store/posts.ts';

const EVERYBODY: readonly Role[] = [
  'system-admin',
  'security-admin',
  'audit-admin',
  'office',
  'leader',
  'unit-head',
  'deputy-head',
  'liaison',
];

/** Who may do what (三员分立): the system administrator opens accounts, the security administrator gives rights, the audit administrator only reads.
 * Whose password each of the first two may reset, and whose slip print, is `mayReset`. */
const permissions: Permissions = {
  // Only the installation itself: nobody holds a post in a district that is not there yet.
  'organisation.create-district': [],
  'organisation.open-setup-account': [],
  'organisation.manage-district': ['system-admin', 'office'],
  'organisation.manage-units': ['system-admin', 'office'],
  'organisation.manage-posts': ['system-admin', 'security-admin', 'office'],
  'organisation.manage-people': ['system-admin', 'office'],
  'organisation.manage-roles': ['security-admin'],
  'organisation.manage-accounts': ['system-admin'],
  'organisation.reset-passwords': ['system-admin', 'security-admin'],
  'organisation.lock-accounts': ['security-admin'],
  'organisation.print-slips': ['system-admin', 'security-admin'],
  'organisation.import': ['system-admin'],
  'organisation.read': EVERYBODY,
  'organisation.read-people': ['system-admin', 'security-admin', 'audit-admin', 'office', 'leader'],
  'organisation.read-accounts': ['system-admin', 'security-admin', 'audit-admin'],
};

export const organisationModule: Module = {
  name: 'organisation',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    createDistrict,
    renameDistrict,
    openSetupAccount,
    setUpUnit,
    renameUnit,
    setUnitAliases,
    setUnitDetails,
    mergeUnits,
    deactivateUnit,
    createPost,
    changePost,
    changePostRoles,
    appoint,
    release,
    setStandIn,
    setPerson,
    createAccount,
    resetPassword,
    lockAccount,
    unlockAccount,
    closeSetupAccount,
    importFile,
  ],
  permissions,
  reads: organisationReads,
  sealed: [{ table: 'organisation.person', column: 'phone', lookup: 'phone_digest' }],
  exemptTables: {
    'organisation.district': 'reference table of names, read by every district and by the public index',
    'organisation.account_district': 'read after the log-in, before any district is chosen; always by account',
  },
  districts: async (client) => (await listDistricts(client)).map(({ district, demoToday }) => ({ district, demoToday })),
  posts: { districtsOf: listDistrictsOfAccount, postsOf: listPostsOfAccount },
};
