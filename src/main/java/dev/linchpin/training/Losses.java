package dev.linchpin.training;

/**
 * Labels whose activations cannot be had.
 *
 * @param deleted there is no record at the address: retention has removed it, or it never was there
 * @param mismatched the record there is another step, or of another model or shape
 * @param malformed the record there cannot be read, or its values are not finite
 * @param unclaimed the tensor lies in a claim store, and cannot be had from there
 * @param projected the node sent the probe's first layer instead of the tensor
 */
public record Losses(int deleted, int mismatched, int malformed, int unclaimed, int projected) {
  /** None at all. */
  public static final Losses NONE = new Losses(0, 0, 0, 0, 0);

  /** Both together. */
  public Losses plus(Losses more) {
    return new Losses(
        deleted + more.deleted,
        mismatched + more.mismatched,
        malformed + more.malformed,
        unclaimed + more.unclaimed,
        projected + more.projected);
  }
}
