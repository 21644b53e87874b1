package dev.linchpin.study.finding;

/** There are too few labelled steps to train on some and test on others. */
public final class TooFewLabelsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooFewLabelsException(long important, long removable) {
    super(
        "expected important and removable steps for training, validation and test, got %d and %d in all; take more chains"
            .formatted(important, removable));
  }
}
