/**
 * The live stream: what happens now, pushed to pages and programs by server-sent events or a
 * WebSocket. One thread reads the topics about chains from shortly before now on and keeps the
 * newest chains in memory ({@link dev.linchpin.dashboard.live.LiveBoard}, bounded); every hundred
 * milliseconds each channel gets one frame of what happened. Subscribers with the same wishes share
 * a channel, its sample of chains and the frames that it remembers, from which a subscriber that
 * was cut off goes on.
 */
package dev.linchpin.dashboard.live;
