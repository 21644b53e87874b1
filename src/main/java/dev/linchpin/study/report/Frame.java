package dev.linchpin.study.report;

/** The part of a picture between the axes, in pixels from the upper left corner. */
record Frame(double left, double top, double right, double bottom) {
  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double middle() {
    return (left + right) / 2;
  }
}
