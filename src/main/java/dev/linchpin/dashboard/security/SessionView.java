package dev.linchpin.dashboard.security;

import java.util.List;
import java.util.Optional;

/**
 * Who asks, and what about.
 *
 * @param user name
 * @param roles {@code viewer}, {@code operator}
 * @param csrf to be sent with every change as {@code X-CSRF-Token}; empty for a program with a
 *     token, which needs none
 * @param authentication {@code none}, {@code token} or {@code oidc}
 * @param textWithheld whether prompts, steps and answers are not shown
 * @param version of the server
 */
public record SessionView(
    String user,
    List<String> roles,
    Optional<String> csrf,
    String authentication,
    boolean textWithheld,
    String version) {}
