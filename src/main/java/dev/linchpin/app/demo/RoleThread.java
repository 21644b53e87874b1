package dev.linchpin.app.demo;

import org.jboss.logging.Logger;

/** A role on a thread of its own. */
final class RoleThread implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RoleThread.class);

  private final Thread thread;
  private final Work stop;

  /** Something that may be interrupted. */
  interface Work {
    void run() throws InterruptedException;
  }

  private RoleThread(String name, Work work, Work stop) {
    this.thread = new Thread(() -> run(name, work), name);
    this.stop = stop;
  }

  /**
   * Starts a role.
   *
   * @param work goes on until it is stopped
   * @param stop tells it to stop and waits until it has
   */
  static RoleThread start(String name, Work work, Work stop) {
    RoleThread role = new RoleThread(name, work, stop);
    role.thread.setDaemon(true);
    role.thread.start();
    return role;
  }

  private static void run(String name, Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.errorf(e, "A role ended: role=%s", name);
    }
  }

  @Override
  public void close() {
    try {
      stop.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
