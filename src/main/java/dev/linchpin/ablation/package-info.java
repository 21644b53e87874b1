/**
 * What a step is really worth: steps are taken out of finished chains and the model is asked again.
 */
package dev.linchpin.ablation;
