/** The demonstration: everything in one process, live on the console, with a summary at the end. */
package dev.linchpin.app.demo;
