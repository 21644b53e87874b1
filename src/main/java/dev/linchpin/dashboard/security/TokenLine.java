package dev.linchpin.dashboard.security;

/**
 * A user of the token file.
 *
 * @param name of the user, its own in the file
 * @param role what the user may do
 * @param digest SHA-256 of the token, 32 bytes
 */
record TokenLine(String name, Role role, byte[] digest) {}
