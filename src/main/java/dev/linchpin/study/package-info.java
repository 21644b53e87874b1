/**
 * Models under study: their chains are observed, read, taken apart and asked about, and what comes
 * of it is kept. The findings of arXiv 2604.18307 are repeated on that in {@code finding}, and
 * written down by {@code report}.
 */
package dev.linchpin.study;
