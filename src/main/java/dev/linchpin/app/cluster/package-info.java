/**
 * What commands share: which cluster they work with, how they post to it, the bundled model, JSON
 * for their output.
 */
package dev.linchpin.app.cluster;
