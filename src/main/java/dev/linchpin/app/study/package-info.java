/**
 * The command that repeats the paper's findings: which models, which problems, where it goes on.
 */
package dev.linchpin.app.study;
