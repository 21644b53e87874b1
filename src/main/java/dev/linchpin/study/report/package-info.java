/** A study as a document: tables, plots and words, written as Markdown, HTML, SVG, JSON and CSV. */
package dev.linchpin.study.report;
