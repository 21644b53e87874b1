/** What commands share: which cluster they work with, how they post to it, the bundled model. */
package dev.linchpin.app.cluster;
