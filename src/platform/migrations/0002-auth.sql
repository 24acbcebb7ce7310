-- Accounts and log-ins. The first five tables are better-auth's (1.7, plugins username and twoFactor), under its own names: made once by its
-- getMigrations, frozen here, with uuid keys. A test asks the library whether it wants anything more.
-- For the operator: nothing to do. Accounts are global; what an account may do in a district follows from the posts it holds there.
create schema auth;

create table auth."user" (
  "id" uuid not null primary key,
  "name" text not null,
  "email" text not null unique,                    -- made up: nobody is written to
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "username" text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean
);

create table auth.session (
  "id" uuid not null primary key,
  "expiresAt" timestamptz not null,                -- the absolute limit
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,                -- last seen, to the minute
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth.session ("userId");

create table auth.account (
  "id" uuid not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth.account ("userId");

create table auth.verification (
  "id" uuid not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth.verification ("identifier");

create table auth."twoFactor" (
  "id" uuid not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth.account_state (
  account_id uuid not null primary key references auth."user" ("id") on delete cascade,
  is_setup boolean not null default false,
  must_change_password boolean not null default true,
  first_password_number integer not null default 1 check (first_password_number > 0),
  previous_password text,
  password_changed_at timestamptz,
  locked_at timestamptz,
  closed_at timestamptz
);

-- Names and addresses only as keyed digests; kept for a day.
create table auth.log_in_attempt (
  id uuid not null primary key,
  account_key text not null,
  source_key text not null,
  at timestamptz not null default clock_timestamp()
);
create index log_in_attempt_by_account on auth.log_in_attempt (account_key, at);
create index log_in_attempt_by_source on auth.log_in_attempt (source_key, at);
