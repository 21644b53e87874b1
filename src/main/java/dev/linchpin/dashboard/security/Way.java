package dev.linchpin.dashboard.security;

/** How a user came in. */
enum Way {
  /** Without a login, at this machine. */
  NONE,
  /** By a token of the file. */
  TOKEN,
  /** By OpenID Connect. */
  OIDC
}
