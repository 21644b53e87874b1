package dev.linchpin.app.reasoner;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * What records of a form cost.
 *
 * @param bytes of a record's value, mean
 * @param encodeMicros from numbers to a record's value, mean, in µs
 * @param decodeMicros and back, mean, in µs
 */
record RecordCost(double bytes, double encodeMicros, double decodeMicros) {
  private static final long WARM_UP_NANOS = 200_000_000;
  private static final long MEASURED_NANOS = 400_000_000;

  /** Measures on one thread; {@code steps} are {@code [layers * hidden]} each. */
  static RecordCost of(RecordCodec codec, List<float[]> steps) {
    List<byte[]> records = steps.stream().map(codec::encode).toList();
    return new RecordCost(
        records.stream().mapToInt(record -> record.length).average().orElseThrow(),
        micros(steps.size(), i -> codec.encode(steps.get(i))),
        micros(steps.size(), i -> codec.decode(records.get(i))));
  }

  private static double micros(int count, IntConsumer work) {
    repeat(count, WARM_UP_NANOS, work);
    return repeat(count, MEASURED_NANOS, work);
  }

  private static double repeat(int count, long nanos, IntConsumer work) {
    long start = System.nanoTime();
    long done = 0;
    while (System.nanoTime() - start < nanos) {
      work.accept((int) (done++ % count));
    }
    return (System.nanoTime() - start) / 1e3 / done;
  }
}
