package dev.linchpin.activation;

/**
 * One step's activations as they travel: little-endian values of {@code [layers, hidden]},
 * layer-major. The length is not checked here: a record from the wire may be wrong, and whoever
 * reads it says so with its address.
 *
 * @param shape layers, hidden and pooling
 * @param format number format of {@code data}
 * @param data the values
 */
public record StepActivations(CaptureShape shape, NumberFormat format, byte[] data) {}
