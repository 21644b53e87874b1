package dev.linchpin.app.bench.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a process uses. Memory is known where there is {@code /proc}, and NaN elsewhere. */
public final class Usage {
  private static final double KIB_PER_MB = 1e6 / 1024;

  private final ProcessHandle process;

  public Usage(ProcessHandle process) {
    this.process = process;
  }

  /** Processor time so far in seconds, all threads together. */
  public double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** Most resident memory ever, in MB (10⁶ bytes). */
  public double peakMb() {
    return memory("VmHWM:");
  }

  /** Resident memory now, in MB (10⁶ bytes). */
  public double residentMb() {
    return memory("VmRSS:");
  }

  private double memory(String field) {
    List<String> status;
    try {
      status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
    } catch (IOException e) {
      return Double.NaN;
    }
    return status.stream()
        .filter(line -> line.startsWith(field))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MB)
        .findFirst()
        .orElse(Double.NaN);
  }
}
