/**
 * The findings of arXiv 2604.18307, each a class: what it asks, how that is measured and what the
 * paper itself found.
 */
package dev.linchpin.study.finding;
