package dev.linchpin.app.bench.kernel;

/** A piece of arithmetic that is timed. Closed when it is done with. */
public interface Kernel extends AutoCloseable {
  /** What it is called in reports. */
  String name();

  /** Steps that one {@link #run()} works on. */
  int steps();

  /** Works once on all of them. */
  void run();

  @Override
  void close();
}
