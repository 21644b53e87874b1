package dev.linchpin.lm;

/** Whether decoding brings the residual stream back from the device. */
public enum Capture {
  NONE,
  RESIDUALS
}
