/**
 * Who may do what at the HTTP server. Three ways in: this machine alone, where nothing is
 * configured; tokens from a file; OpenID Connect. A browser's session by token is a signed cookie
 * and nothing on the server, so that every instance with the same token file knows it; its key
 * comes from the token's line, so that it ends with the line.
 */
package dev.linchpin.dashboard.security;
