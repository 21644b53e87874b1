package dev.linchpin.dashboard.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever wants to know that something has changed. For all threads. */
public final class Signal {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Tells {@code listener} from now on, which must be quick. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Something has changed. */
  public void fire() {
    listeners.forEach(Runnable::run);
  }
}
