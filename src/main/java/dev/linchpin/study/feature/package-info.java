/**
 * What can be read off a step's text alone: words, phrases and surface features, as in appendix B.4
 * of arXiv 2604.18307. Pure functions of text; knows no model, topic or tensor.
 */
package dev.linchpin.study.feature;
