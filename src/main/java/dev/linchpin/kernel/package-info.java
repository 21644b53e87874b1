/**
 * The arithmetic of scoring, on plain arrays: matrix products that read number formats as they lie
 * on the wire. {@link dev.linchpin.kernel.VectorKernel} uses the JDK's vector instructions, {@link
 * dev.linchpin.kernel.PlainKernel} is for a JVM without them; both give the same bits.
 *
 * <p>Every sum is taken in one fixed order, that of its inputs, with fused multiply-adds, whatever
 * the width of the vectors, the number of steps in a batch or the place of a step in it. So a
 * step's score is the same number alone and among others, live and replayed, on any machine.
 */
package dev.linchpin.kernel;
