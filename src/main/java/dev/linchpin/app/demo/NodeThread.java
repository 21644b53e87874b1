package dev.linchpin.app.demo;

import dev.linchpin.inference.InferenceNode;
import org.jboss.logging.Logger;

/** A node on a thread of its own. */
final class NodeThread implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(NodeThread.class);

  private final InferenceNode node;

  private NodeThread(InferenceNode node) {
    this.node = node;
  }

  static NodeThread start(InferenceNode node) {
    NodeThread running = new NodeThread(node);
    Thread thread = new Thread(running::run, "linchpin-node");
    thread.setDaemon(true);
    thread.start();
    return running;
  }

  private void run() {
    try {
      node.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.errorf(e, "The inference node ended");
    }
  }

  @Override
  public void close() {
    try {
      node.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
