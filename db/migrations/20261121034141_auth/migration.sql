set role app_auth;
--> statement-breakpoint
create table auth.users (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  email_verified_at timestamptz,
  operator boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  constraint users_email_lower check (email = lower(email))
);
--> statement-breakpoint
create unique index users_email_key on auth.users (email);
--> statement-breakpoint
create table auth.identities (
  issuer text not null,
  subject text not null,
  user_id uuid not null references auth.users (id),
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
--> statement-breakpoint
create table auth.keys (
  hash bytea primary key,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('session', 'access', 'refresh', 'api', 'link', 'job', 'webhook', 'invite', 'reset', 'handoff')),
  surface text not null check (surface in ('workspace', 'portal', 'platform')),
  firm_id uuid,
  client_id uuid,
  user_id uuid,
  subject_id uuid,
  subject_kind text,
  scopes text[],
  label text,
  family uuid,
  bind text,
  ip text,
  user_agent text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
--> statement-breakpoint
create unique index keys_id_key on auth.keys (id);
--> statement-breakpoint
create index keys_user_idx on auth.keys (user_id, kind) where revoked_at is null;
--> statement-breakpoint
create index keys_subject_idx on auth.keys (firm_id, subject_id) where revoked_at is null;
--> statement-breakpoint
create index keys_family_idx on auth.keys (family);
--> statement-breakpoint
create index keys_expiry_idx on auth.keys (expires_at);
--> statement-breakpoint
create table auth.failures (
  what text not null,
  at timestamptz not null default now()
);
--> statement-breakpoint
create index failures_what_idx on auth.failures (what, at);
--> statement-breakpoint
create unlogged table auth.rate_limits (key text primary key, tat timestamptz not null);
--> statement-breakpoint
reset role;
