-- Log-ins through an identity platform (OpenID Connect). An account is linked to at most one person there; no token of the platform is kept.
-- For the operator: nothing to do; without LUOSHI_OIDC_ISSUER nothing changes.
alter table auth.session
  add column "byProvider" boolean not null default false,   -- the platform vouched for this log-in
  add column "providerMfa" boolean not null default false,  -- and had asked for a second factor itself
  add constraint session_mfa_is_the_providers check ("byProvider" or not "providerMfa");

alter table auth.account
  add constraint account_keeps_no_token check ("accessToken" is null and "refreshToken" is null and "idToken" is null);
create unique index account_one_per_subject on auth.account ("providerId", "accountId");
create unique index account_one_link_each on auth.account ("userId", "providerId");
