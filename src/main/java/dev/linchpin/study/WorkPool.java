package dev.linchpin.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work of very different lengths on all cores. */
final class WorkPool {
  private WorkPool() {}

  /**
   * The results in the tasks' order. The first failure ends the work that has not begun.
   *
   * @throws IllegalStateException if the thread is interrupted
   */
  static <T> List<T> run(List<Callable<T>> tasks) {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<T>> futures = tasks.stream().map(pool::submit).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at work on chains", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
