set role app_auth;
--> statement-breakpoint
create table auth.sign_ups (
  hash bytea primary key,
  id uuid not null,
  firm_name text not null,
  subdomain text not null,
  currency text not null,
  time_zone text not null,
  name text not null,
  email text not null check (email = lower(email)),
  password_hash text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
--> statement-breakpoint
create index sign_ups_subdomain_idx on auth.sign_ups (subdomain) where used_at is null;
--> statement-breakpoint
create table auth.demo_requests (
  id uuid primary key,
  name text not null,
  email text not null,
  company text not null,
  people text not null default '',
  message text not null default '',
  status text not null default 'new' check (status in ('new', 'contacted', 'closed')),
  created_at timestamptz not null default now()
);
--> statement-breakpoint
reset role;
