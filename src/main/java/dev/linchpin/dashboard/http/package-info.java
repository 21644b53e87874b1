/**
 * What all resources of the API share: problems ({@code application/problem+json}, RFC 9457), pages
 * of lists, and parts that may not have started yet. Knows no part.
 */
package dev.linchpin.dashboard.http;
