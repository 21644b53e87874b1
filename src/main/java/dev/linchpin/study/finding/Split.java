package dev.linchpin.study.finding;

/** How steps are kept apart for training and testing. */
enum Split {
  /** No chain is on two sides. */
  BY_CHAIN,
  /** As the paper does: steps of one chain may be on both sides. */
  BY_STEP;

  /** What is on one side as a whole. */
  String unit(Sample sample) {
    return this == BY_CHAIN ? sample.chainId() : sample.chainId() + "/" + sample.index();
  }
}
