/** The commands about replays: runs made, worked on, looked at, compared and removed. */
package dev.linchpin.app.replay;
