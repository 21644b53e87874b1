package dev.linchpin.app.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How fast arrays that no cache holds are copied. */
public final class MemoryCopy {
  private static final int BYTES = 64 << 20;

  private MemoryCopy() {}

  /**
   * Bytes copied a second, GB (10⁹): each is read once and written once.
   *
   * @param threads that copy at the same time, each its own array
   */
  public static double gigabytesPerSecond(int threads, Stopwatch stopwatch) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Double>> copies = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        copies.add(executor.submit(() -> copy(stopwatch)));
      }
      double sum = 0;
      for (Future<Double> copy : copies) {
        sum += copy.get();
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while copying", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("copying failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private static double copy(Stopwatch stopwatch) {
    byte[] from = new byte[BYTES];
    byte[] to = new byte[BYTES];
    return stopwatch.perSecond(() -> System.arraycopy(from, 0, to, 0, BYTES)) * BYTES / 1e9;
  }
}
