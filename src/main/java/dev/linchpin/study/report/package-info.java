/**
 * A study as a document: tables, plots and words, written as Markdown, HTML, SVG, JSON and CSV. All
 * words are plain text: no markup in them is understood, and none gets through.
 */
package dev.linchpin.study.report;
