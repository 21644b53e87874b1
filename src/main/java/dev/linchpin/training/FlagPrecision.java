package dev.linchpin.training;

/**
 * The precision asked of flags; it decides the thresholds.
 *
 * @param removable share of the steps flagged removable that are, in (0, 1]
 * @param important share of the steps flagged important that are, in (0, 1]
 */
public record FlagPrecision(double removable, double important) {
  /** Nine in ten, both ways. */
  public static final FlagPrecision DEFAULT = new FlagPrecision(0.9, 0.9);

  public FlagPrecision {
    if (!(removable > 0 && removable <= 1 && important > 0 && important <= 1)) {
      throw new IllegalArgumentException(
          "expected precisions in (0, 1], got " + removable + " and " + important);
    }
  }
}
